/** Makes the chat's form work without loading the page again. Without this file it still works. */
import { calendarFile } from '../../view/calendar-file.ts';
import { askedOf } from '../../view/form-activity.ts';
import { shownActivity } from '../../view/shown-activity.ts';
import { WORDS } from '../../view/words.ts';
import { createAnnouncer } from './announcer.ts';
import { councilPage } from './council-page.ts';
import { download } from './download.ts';
import { exit } from './exit.ts';
import { createFamilyTyping } from './family-typing.ts';
import { find } from './find.ts';
import { createLine } from './line.ts';
import { createPlace } from './place.ts';
import { createScreen } from './screen.ts';
import { createSending } from './sending.ts';
import { createStore } from './store.ts';
import { transcript } from './transcript.ts';

const council = document.body.dataset.council ?? '';
const form = find<HTMLFormElement>('chat');
const text = find<HTMLTextAreaElement>('text');
const log = find('log');
const scroll = find('scroll');
const announcer = createAnnouncer(find('heard'));
const place = createPlace(scroll, log, find<HTMLButtonElement>('below'));
const around = councilPage({
  opened() {
    text.focus();
    place.back();
    const missed = announcer.release();
    if (!missed && log.querySelector('.family') === null) announcer.say(log.innerText);
  },
  closed() {
    announcer.hold();
    place.away();
  },
});
const screen = createScreen(place, announcer, (words) => {
  announcer.say(words);
  around.news();
});
const store = createStore(council);
const token = form.querySelector<HTMLInputElement>('[name=chat]')?.value ?? '';
let trouble = false;
/** Long enough to be read; a phone has no room for what is no longer news. */
const BACK_MS = 10_000;

const line = createLine(council, token, store, {
  arrived(activities, live) {
    const shown = activities.flatMap((one) => shownActivity(one) ?? []);
    screen.arrive(shown, live);
    shown.forEach(typing.heard);
  },
  state(state) {
    if (state !== 'connected') {
      trouble = true;
      screen.notice(state === 'offline' ? WORDS.offline : WORDS.lost);
      return;
    }
    if (trouble) {
      screen.notice(WORDS.back);
      setTimeout(() => screen.unnotice(WORDS.back), BACK_MS);
    }
    trouble = false;
  },
  over(why) {
    const words = why === 'ended' ? WORDS.ended : WORDS.expired;
    screen.note(words);
    announcer.say(words);
    typing.over();
  },
});
const typing = createFamilyTyping(() => line.mention({ type: 'typing' }));
const sending = createSending(line, screen, typing);

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
    sending.rate(asked);
    announcer.say(WORDS.rated);
    return focusNext();
  }
  if (!trouble) screen.notice('');
  if (sending.say(asked.text) && written) text.value = '';
  focusNext();
});

form.addEventListener('click', (event) => {
  const button = (event.target as Element).closest<HTMLButtonElement>('button');
  if (button?.id === 'below') focusNext();
  if (button?.name === 'print') print();
  if (button?.name === 'save') {
    download('chat.txt', 'text/plain;charset=utf-8', transcript(document.title, log));
  }
  const article = button?.name === 'retry' ? button.closest<HTMLElement>('article') : null;
  if (article === null || article === undefined) return;
  screen.notice('');
  sending.again(article);
  focusNext();
});

text.addEventListener('keydown', (event) => {
  const plain = event.key === 'Enter' && !event.shiftKey && !event.isComposing;
  if (!plain || matchMedia('(pointer: coarse)').matches) return;
  event.preventDefault();
  form.requestSubmit();
});
text.addEventListener('input', typing.typed);
// Opened while they write, so that sending is quick; those who only look open nothing.
text.addEventListener('input', () => void line.open().catch(() => undefined), { once: true });

find<HTMLAnchorElement>('exit').addEventListener('click', (event) => {
  event.preventDefault();
  line.leave();
  exit((event.currentTarget as HTMLAnchorElement).href);
});

// Validation is said in the chat's own words.
form.noValidate = true;
document.getElementById('look')?.remove();
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
