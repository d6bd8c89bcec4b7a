/** Makes the chat's form work without loading the page again. Without this file it still works. */
import { calendarFile } from '../view/calendar-file.ts';
import { activityOf, askedOf } from '../view/form-activity.ts';
import { shownActivity } from '../view/shown-activity.ts';
import { WORDS } from '../view/words.ts';
import { createLine } from './line.ts';
import { createOutbox } from './outbox.ts';
import { createScreen, find } from './screen.ts';
import { createStore } from './store.ts';

const MOST_CHARACTERS = 10_000;

const council = document.body.dataset.council ?? '';
const form = find<HTMLFormElement>('chat');
const text = find<HTMLTextAreaElement>('text');
const log = find('log');
const scroll = find('scroll');
const screen = createScreen();
const store = createStore(council);
const token = form.querySelector<HTMLInputElement>('[name=chat]')?.value ?? '';
let trouble = false;

const line = createLine(council, token, store, {
  arrived(activities, live) {
    for (const activity of activities) {
      const shown = shownActivity(activity);
      if (shown !== null) screen.show(shown, live);
    }
  },
  state(state) {
    if (state !== 'connected') {
      trouble = true;
      screen.notice(state === 'offline' ? WORDS.offline : WORDS.lost);
      return;
    }
    if (trouble) screen.notice(WORDS.back);
    trouble = false;
  },
  over(why) {
    const words = why === 'ended' ? WORDS.ended : WORDS.expired;
    screen.note(words);
    screen.announce(words);
  },
});
const send = createOutbox(line);

/** @returns whether it was taken; what was not stays in the box */
function say(words: string): boolean {
  const wrong = words.trim() === '' ? WORDS.empty : words.length > MOST_CHARACTERS ? WORDS.tooLong : null;
  if (wrong !== null) {
    screen.notice(wrong);
    return false;
  }
  if (!trouble) screen.notice('');
  const clientId = crypto.randomUUID();
  deliver(words, clientId, screen.own(words, clientId));
  return true;
}

function deliver(words: string, clientId: string, article: HTMLElement): void {
  send(activityOf({ type: 'say', text: words }, clientId), (state, why) => {
    screen.delivery(article, state, why);
    screen.typing(state === 'sending' ? WORDS.typing : null);
  });
}

/** A pressed button is gone; the keyboard goes on where the next thing is done. On touch, no keyboard jumps up. */
function focusNext(): void {
  if (matchMedia('(pointer: coarse)').matches) scroll.focus({ preventScroll: true });
  else text.focus({ preventScroll: true });
}

form.addEventListener('submit', (event) => {
  const pressed = event.submitter as HTMLButtonElement | null;
  const written = pressed === null || pressed.name === 'say';
  const asked = written ? askedOf('text', text.value) : askedOf(pressed.name, pressed.value);
  if (asked === null) return;
  if (asked.type === 'calendar') {
    const due = screen.due(asked.id, asked.date);
    if (due.length === 0) return; // The server knows it.
    event.preventDefault();
    return download(`${asked.date}.ics`, 'text/calendar', calendarFile(due, new Date()));
  }
  event.preventDefault();
  if (asked.type === 'rate') {
    send(activityOf(asked, ''), () => undefined);
    screen.show({ type: 'rating', id: `rated ${asked.value.of}`, of: asked.value.of }, true);
    screen.announce(WORDS.rated);
    return focusNext();
  }
  if (say(asked.text) && written) text.value = '';
  focusNext();
});

form.addEventListener('click', (event) => {
  const button = (event.target as Element).closest<HTMLButtonElement>('button');
  if (button?.name === 'print') print();
  const article = button?.name === 'retry' ? button.closest<HTMLElement>('article') : null;
  if (article === null || article === undefined) return;
  screen.notice('');
  deliver(article.querySelector('.typed')?.textContent ?? '', article.dataset.client ?? '', article);
  focusNext();
});

text.addEventListener('keydown', (event) => {
  const plain = event.key === 'Enter' && !event.shiftKey && !event.isComposing;
  if (!plain || matchMedia('(pointer: coarse)').matches) return;
  event.preventDefault();
  form.requestSubmit();
});
// Opened while they write, so that sending is quick; those who only look open nothing.
text.addEventListener('input', () => void line.open().catch(() => undefined), { once: true });

find<HTMLAnchorElement>('exit').addEventListener('click', (event) => {
  event.preventDefault();
  const { href } = event.currentTarget as HTMLAnchorElement;
  line.leave();
  // Nothing is to be seen while the other page loads, and Back does not lead here.
  document.body.replaceChildren();
  document.title = '';
  (window.top ?? window).location.replace(href);
});

function download(name: string, type: string, content: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

// Validation is said in the chat's own words.
form.noValidate = true;
for (const button of form.querySelectorAll<HTMLElement>('.script')) button.hidden = false;
if (!navigator.onLine) screen.notice(WORDS.offline);
addEventListener('online', () => {
  if (!line.isOpen()) screen.notice('');
});

const posted = log.querySelector('.family') !== null;
const known = posted ? null : store.read();
if (posted) void line.open().catch(() => undefined);
else if (known !== null) void line.resume(known);
store.watch((session) => {
  if (!line.isOpen()) void line.resume(session);
});

if (window.parent !== window) {
  // Says no more than "the chat is there" and "close it": any page may know that.
  const tell = (signpost: string) => window.parent.postMessage({ signpost }, '*');
  addEventListener('keydown', ({ key }) => key === 'Escape' && tell('close'));
  addEventListener('message', ({ source, data }) => {
    if (source !== window.parent || data?.signpost !== 'opened') return;
    text.focus();
    screen.announce(log.innerText);
  });
  tell('ready');
}
