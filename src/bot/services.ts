/** Binds the pure rooms to the content in force and to the clock, for the dialogs to use. */
import type { Words } from '../../dialogs/load-words.ts';
import type { CopyService, Services } from '../../dialogs/services.ts';
import { availabilityOf, openingOf } from '../handoff/availability.ts';
import { opensAt } from '../handoff/hours.ts';
import { hoursInWords } from '../handoff/hours-in-words.ts';
import { ask } from '../knowledge/ask.ts';
import { bodyLine, contactLines } from '../knowledge/merge/contacts.ts';
import type { Search } from '../knowledge/search.ts';
import { answer } from '../pathways/answer.ts';
import { pathway } from '../pathways/pathway.ts';
import type { DateKind } from '../pathways/schema.ts';
import { type Clock, dayInEngland } from '../shared/clock.ts';
import type { IsoDate } from '../shared/vocabulary.ts';
import type { Storage } from '../storage/storage.ts';
import { readAnyDate } from '../triage/letter-date/read-any-date.ts';
import { readCertificateDate } from '../triage/letter-date/read-certificate-date.ts';
import { readLetterDate } from '../triage/letter-date/read-letter-date.ts';
import { triage } from '../triage/triage.ts';

export interface ServicesDeps {
  readonly words: Words;
  /** The content in force and its index; replaced as a whole when content is reloaded. */
  readonly search: () => Search;
  readonly clock: Clock;
  readonly storage: Pick<Storage, 'read'>;
  /** A reference for a new case: `newRef` of the handoff room. */
  readonly newRef: () => string;
  /** Absent: no mail can be sent, and no copy is offered. */
  readonly copy?: CopyService | undefined;
}

export function createServices({ words, search, clock, storage, newRef, copy }: ServicesDeps): Services {
  const today = () => dayInEngland(clock.now());
  const knowledge = () => search().knowledge;
  return {
    ...words,
    knowledge,
    today,
    newRef,
    copy: copy ?? null,
    triage: (text) => triage(text, { today: today() }),
    readDate: (text, kind) => readDateOf(kind, text, today()),
    readCertificate: (text) => readCertificateDate(text, today()),
    pathway: (situation) => pathway(situation, { today: today(), knowledge: knowledge() }),
    answer: (found) => answer(found, { knowledge: knowledge() }),
    ask: (text, council, topics) => ask(text, { search: search(), council, today: today(), topics }),
    contact: (role, council) => contactLines(knowledge(), council, role).join('\n'),
    availability: (council, place) =>
      storage.read((tx) => availabilityOf(tx, knowledge(), council, clock.now(), place)),
    backAt: (council) => opensAt(openingOf(knowledge(), council), clock.now()),
    hoursInWords: (at) => hoursInWords(at, clock.now()),
    body: (id) => bodyLine(knowledge(), id),
  };
}

/** The letter's own date when a letter was asked for: the day on which it came would make the limit too late. */
function readDateOf(kind: DateKind | null, text: string, today: IsoDate) {
  switch (kind) {
    case 'decision':
      return readLetterDate(text, today);
    case 'transfer':
      return readAnyDate(text, today, { ahead: true });
    case 'certificate': {
      const date = readCertificateDate(text, today);
      return date === null ? readAnyDate(text, today) : { date, doubt: null };
    }
    default:
      return readAnyDate(text, today);
  }
}
