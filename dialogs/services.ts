/**
 * What the conversation can ask of the rest of the house. Everything is passed in: a dialog decides
 * nothing about law, dates or whose duty it is, and reads no clock.
 */
import type { Availability, Place } from '../src/handoff/availability.ts';
import type { Knowledge } from '../src/knowledge/knowledge.ts';
import type { Role } from '../src/knowledge/schema/contact.ts';
import type { DateKind, Pathway, Situation } from '../src/pathways/schema.ts';
import type { IsoDate, Topic } from '../src/shared/vocabulary.ts';
import type { DateDoubt, Triage } from '../src/triage/schema.ts';
import type { Hearing } from './hearing/phrases.ts';
import type { Wording } from './wording.ts';

/** What triage must reach before the bot acts on it without asking (`dialogs/confidence.yaml`). */
export interface Confidence {
  /** From here on, a topic is answered without a question. */
  readonly answer: number;
  /** The same for the reading that it is nothing we cover. */
  readonly outside: number;
  /** Below this, not even a choice between readings makes sense. */
  readonly offer: number;
  /** From here on, a second topic is offered after the first answer. */
  readonly also: number;
  /** A single sentence is taken for a problem of its own from here on. */
  readonly certain: number;
  /** Below this, "who is this mainly about?" is asked where the answer turns on it. */
  readonly counterparty: number;
}

/** What sending a copy by e-mail needs of the service. */
export interface CopyService {
  now(): Date;
  /** Six random digits. */
  newCode(): string;
  /** Counts one more mail to the mailbox, see `mailboxOf`; false when that is too many. */
  mayMail(mailbox: string): boolean;
}

export interface Services {
  readonly wording: Wording;
  readonly hearing: Hearing;
  readonly confidence: Confidence;
  /** The content as it is now: it may be replaced between two turns, never during one. */
  knowledge(): Knowledge;
  today(): IsoDate;
  /** Null: no mail can be sent, and no copy is offered. */
  readonly copy: CopyService | null;
  /** A reference for a new case. */
  newRef(): string;
  triage(text: string): Triage;
  /** A date given in answer to a question about one of that kind; null: about any day. */
  readDate(text: string, kind: DateKind | null): { date: IsoDate | null; doubt: DateDoubt | null };
  /** The day that a message plainly says is the one on a mediation certificate, whatever other days it tells. */
  readCertificate(text: string): IsoDate | null;
  pathway(situation: Situation): Pathway;
  /** The pathway as Markdown for the family. */
  answer(pathway: Pathway): string;
  /** The best page for a question, as Markdown. `outside`: the question is plainly somebody else's. */
  ask(
    text: string,
    council: string | null,
    topics: readonly Topic[],
  ): { readonly found: 'pages' | 'nothing' | 'outside'; readonly answer: string };
  /** A council's contact, or the words that say it is not known and where to find it. */
  contact(role: Role, council: string | null): string;
  /** Whether the council's advisers can be had. @param since the place of a family that waits already */
  availability(council: string, place?: Place): Promise<Availability>;
  /** When its advisers are next there; null when nobody knows. */
  backAt(council: string): Date | null;
  /** "tomorrow at 9am", as it is said now. */
  hoursInWords(at: Date): string;
  /** A national body as Markdown. */
  body(id: string): string;
}
