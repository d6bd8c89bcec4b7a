import { problemCode } from '../../channels/problem-response.ts';
import { PROBLEMS } from '../../shared/problem.ts';
import { el, type ViewNode } from '../view/node.ts';

/** What a family reads when a page cannot be shown: why, and where to go instead. */
export function problemPage(error: unknown): { readonly status: number; readonly body: readonly ViewNode[] } {
  const { status, message } = PROBLEMS[problemCode(error)];
  const ways = [
    el('li', {}, el('a', { href: '/contacts' }, 'Contacts that can help you now')),
    el('li', {}, el('a', { href: '/chat' }, 'Open the chat')),
  ];
  const main = el(
    'main',
    {},
    el('h1', {}, 'Sorry, this page cannot be shown'),
    el('p', {}, message),
    el('ul', {}, ...ways),
  );
  return { status, body: [el('body', { class: 'page' }, main)] };
}
