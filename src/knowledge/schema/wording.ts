/** The fixed lines put around content: adviser-reviewed words, not code. `{name}` marks what is filled in. */
import { z } from 'zod';
import { Role } from './contact.ts';
import { PageId } from './page.ts';

const line = z.string().min(3);

/** `knowledge/contact-wording.yaml`: how a contact is written, and what is said when it is not known. */
export const ContactWording = z.strictObject({
  /** What each contact is called in the middle of a sentence: "the SEN team". */
  roles: z.record(Role, line),
  web: line,
  checkFirst: line,
  noPhone: line,
  noWay: line,
  /** `{role}`, `{place}`. */
  unknown: line,
  /** `{place}`, `{link}`: where to look when the council has a Local Offer. */
  localOffer: line,
  /** Where to look when it has none. */
  nationalSendiass: line,
  nationalOther: line,
  /** `{role}`: the council is not known. */
  whichCouncil: line,
});
export type ContactWording = z.infer<typeof ContactWording>;

/** `knowledge/answer-wording.yaml`: the lines of an answer that are no page's own. */
export const AnswerWording = z.strictObject({
  /** The page that a SENDIASS step rests on when a route has none of its own. */
  sendiassPage: PageId,
  sendiassWho: line,
  sendiassAction: line,
  /** `{label}`, `{day}`. */
  deadline: line,
  letterWins: line,
  /** `{label}`, `{day}`: the family's day has gone. */
  deadlinePassed: line,
  /** The same for a body that is late. */
  bodyLate: line,
  /** `{from}`: stands for `{date:CLOCK}` when its first day is not known. */
  dateUnknown: line,
  /** `{day}` */
  by: line,
  next: line,
  from: line,
  /** `{day}` */
  checked: line,
  /** `{title}`, `{day}` */
  overdue: line,
  seeAlso: line,
  /** `{place}`: the page is another council's, shown because no council is named. */
  otherCouncil: line,
  nothingFound: line,
  /** `{who}`: something this service does not cover. */
  outOfScope: line,
});
export type AnswerWording = z.infer<typeof AnswerWording>;
