import type { Council } from '../../knowledge/schema/council.ts';
import { Look } from '../../knowledge/schema/look.ts';
import { conversationView, NEW } from '../view/conversation.ts';
import { markdown } from '../view/markdown.ts';
import { el, type ViewNode } from '../view/node.ts';
import type { Shown } from '../view/shown-activity.ts';
import { WORDS } from '../view/words.ts';

/** A page that says nothing about who was here, and that anybody might have open. */
export const NEUTRAL_PAGE = 'https://www.bbc.co.uk/weather';

export interface ChatPage {
  readonly council: Council | null;
  readonly greeting: string;
  /** All that was said; empty before the first message. */
  readonly said: readonly Shown[];
  readonly token: string;
  /** Sent along with what is written next, so that pressing Send twice says it once. */
  readonly messageId: string;
  /** Something to tell the family above the message box. */
  readonly notice: string | null;
  /** What they wrote, when it could not be sent. */
  readonly draft: string;
}

export function chatTitle(council: Council | null): string {
  return council?.look.title ?? (council === null ? 'Help with SEND' : `Help with SEND in ${council.place}`);
}

export const lookOf = (council: Council | null): Look => council?.look ?? Look.parse({});

/** The chat: one form, which works as it is; the script only saves the page from loading again. */
export function chatPage(page: ChatPage): ViewNode[] {
  const { council, said } = page;
  const { log, choices } = conversationView(said);
  const query = council === null ? '' : `?council=${council.slug}`;
  const greeting = el(
    'article',
    { class: 'bot', id: 'greeting' },
    el('h2', { class: 'who' }, WORDS.bot),
    ...markdown(page.greeting),
  );
  const hidden = (name: string, value: string) => el('input', { type: 'hidden', name, value });
  const command = (name: string, words: string, attributes = {}) =>
    el('button', { name, class: 'plain', formnovalidate: true, ...attributes }, words);
  return [
    el(
      'body',
      { 'data-council': council?.slug ?? '' },
      el(
        'header',
        {},
        ...(council?.look.logo === undefined
          ? []
          : [el('img', { src: `/widget/logo/${council.slug}`, alt: council.name, height: '32' })]),
        el('h1', {}, chatTitle(council)),
        el('a', { id: 'exit', href: NEUTRAL_PAGE, target: '_top', rel: 'noreferrer' }, WORDS.exit),
      ),
      el(
        'main',
        {},
        el(
          'form',
          { id: 'chat', method: 'post', action: `/chat${query}#${NEW}`, autocomplete: 'off' },
          hidden('chat', page.token),
          hidden('id', page.messageId),
          hidden('begun', said.length === 0 ? '' : '1'),
          el(
            'div',
            // Scrolled by keyboard too, so it can be focused.
            { id: 'scroll', tabindex: '0', role: 'region', 'aria-label': WORDS.log },
            el(
              'div',
              // Announced by a line of its own, once a message: many readers read a whole log again.
              { id: 'log', role: 'log', 'aria-live': 'off', 'aria-label': WORDS.messages },
              ...(log.length === 0 ? [greeting] : log),
            ),
            el(
              'p',
              { id: 'typing', hidden: true },
              el('span', { class: 'dots', 'aria-hidden': 'true' }),
              el('span', {}),
            ),
            el(
              'div',
              { id: 'choices', role: 'group', 'aria-label': WORDS.choices, hidden: choices.length === 0 },
              ...choices,
            ),
            // Who waits for a person, or talks to one, has to look, where no script does it for them.
            ...(said.length > 0 ? [command('look', WORDS.look, { id: 'look', value: '1' })] : []),
          ),

          el('button', { id: 'below', type: 'button', hidden: true }, WORDS.below),
          el('p', { id: 'notice', role: 'status' }, ...(page.notice === null ? [] : [page.notice])),
          el('div', { id: 'heard', class: 'vh', 'aria-live': 'polite' }),
          el(
            'div',
            { id: 'say' },
            el('label', { for: 'text' }, WORDS.label),
            el('p', { id: 'hint' }, WORDS.hint),
            el(
              'textarea',
              {
                id: 'text',
                name: 'text',
                rows: '2',
                maxlength: '10000',
                required: true,
                'aria-describedby': 'hint',
              },
              page.draft,
            ),
            el('button', { id: 'send', name: 'say', value: '1' }, WORDS.send),
          ),
          el(
            'footer',
            {},
            el(
              'a',
              { href: `/contacts${query}`, target: '_blank', rel: 'noopener' },
              WORDS.contacts,
              el('span', { class: 'vh' }, WORDS.newTab),
            ),
            command('choice', WORDS.forget, { value: WORDS.forgetCommand, id: 'forget' }),
          ),
        ),
      ),
    ),
  ];
}
