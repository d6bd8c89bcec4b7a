import { LONGEST_DATE } from './handlers/date.ts';
import type { Heard } from './handlers/handler.ts';
import { hearCommand } from './hearing/commands.ts';
import { hearCouncil } from './hearing/council.ts';
import { isDayAlone } from './hearing/day-told.ts';
import { isEveryday } from './hearing/everyday.ts';
import { hears } from './hearing/phrases.ts';
import { plain, wordCount } from './hearing/plain.ts';
import { hearWantsEnd } from './hearing/wants-end.ts';
import type { Services } from './services.ts';

/** An e-mail address alone: whose mailbox it is says nothing about anybody's safety. */
const BARE_ADDRESS = /^[\w.%+-]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i;

/** What triage makes of the text; a word that only keeps the conversation going raises no alarm. */
export function hear(text: string, services: Services): Heard {
  const triage = services.triage(text);
  const { hearing, wording } = services;
  const said = plain(text);
  const wantsEnd = hearWantsEnd(text, hearing);
  if (wantsEnd) return { text, triage: { ...triage, maybeUrgent: true }, wantsEnd, everyday: false };
  const calm =
    isEveryday(text, hearing) ||
    isBareDate(text, services) ||
    isBareCouncil(text, services) ||
    BARE_ADDRESS.test(text.trim()) ||
    Object.values(wording.buttons).some((button) => plain(button) === said);
  const everyday =
    calm || hearCommand(text, hearing) !== null || hears(said, hearing.aboutBot, hearing.fillers);
  return {
    text,
    triage: calm ? { ...triage, urgent: false, maybeUrgent: false } : triage,
    wantsEnd,
    everyday,
  };
}

/** "I want to die on Monday" has a day in it too: only one that stands alone raises no alarm. */
function isBareDate(text: string, services: Services): boolean {
  return wordCount(text) <= LONGEST_DATE && isDayAlone(text) && services.readDate(text, null).date !== null;
}

function isBareCouncil(text: string, services: Services): boolean {
  return hearCouncil(text, services.knowledge().councils.values(), services.hearing)?.alone === true;
}
