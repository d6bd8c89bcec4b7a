import type { Knowledge } from '../../knowledge/knowledge.ts';
import { bodyLine, contactLines } from '../../knowledge/merge/contacts.ts';
import { ROLES } from '../../knowledge/schema/contact.ts';
import type { Council } from '../../knowledge/schema/council.ts';
import { markdown } from '../view/markdown.ts';
import { el, type ViewNode } from '../view/node.ts';
import { WORDS } from '../view/words.ts';
import { NEUTRAL_PAGE } from './chat-page.ts';

/** Who a family can reach when there is no chat: made from content alone, without bot or database. */
export function contactsPage(knowledge: Knowledge, council: Council | null): ViewNode[] {
  const emergency = [...knowledge.bodies.values()].filter(({ kind }) => kind === 'emergency');
  const others = [...knowledge.bodies.values()].filter(({ kind }) => kind !== 'emergency');
  const lines = (all: readonly { id: string }[]) =>
    markdown(all.map(({ id }) => asItem(bodyLine(knowledge, id))).join('\n'));
  return [
    el(
      'body',
      { class: 'page' },
      el(
        'header',
        {},
        el('h1', {}, council === null ? 'Contacts for help with SEND' : `Contacts in ${council.place}`),
        el('a', { id: 'exit', href: NEUTRAL_PAGE, target: '_top', rel: 'noreferrer' }, WORDS.exit),
      ),
      el(
        'main',
        {},
        el('h2', {}, 'If someone is in danger'),
        ...lines(emergency),
        ...(council === null ? councilList(knowledge) : councilContacts(knowledge, council)),
        el('h2', {}, 'All over England'),
        ...lines(others),
      ),
    ),
  ];
}

function councilContacts(knowledge: Knowledge, { slug, contacts }: Council): ViewNode[] {
  return ROLES.filter((role) => role === 'sendiass' || contacts[role] !== undefined).flatMap((role) => {
    const name = knowledge.contactWording.roles[role];
    return [
      el('h2', {}, name.charAt(0).toUpperCase() + name.slice(1)),
      ...markdown(contactLines(knowledge, slug, role).map(asItem).join('\n')),
    ];
  });
}

function councilList({ councils }: Knowledge): ViewNode[] {
  const entries = [...councils.values()].map(({ slug, name }) =>
    el('li', {}, el('a', { href: `/contacts?council=${slug}` }, name)),
  );
  return [el('h2', {}, 'Your council'), el('ul', {}, ...entries)];
}

function asItem(line: string): string {
  return `- ${line.trim().replace(/^- /, '')}`;
}
