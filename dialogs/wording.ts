/** The bot's own lines: `dialogs/wording.yaml`, checked at load. Reviewed by advisers, not by programmers. */
import { z } from 'zod';
import { CopyMailWords } from '../src/handoff/records/copy-mail.ts';
import { DATE_KINDS } from '../src/knowledge/schema/dates.ts';

const Line = z.string().min(1);
/** One of something, or `{count}` of them. */
const Counted = z.strictObject({ one: Line, many: Line });

export const Wording = z.strictObject({
  welcome: Line,
  hello: Line,
  welcomeBack: Line,
  help: Line,
  nudge: Line,
  thanks: Line,
  acknowledged: Line,
  waiting: Line,
  notClear: Line,
  stopped: Line,
  restarted: Line,
  forgotten: Line,
  nothingToGoBackTo: Line,
  wentBack: Line,

  notText: Line,
  empty: Line,
  onlySymbols: Line,
  tooLong: Line,

  /** Before the numbers, in place of every other reply, when somebody may be in danger. */
  urgent: z.strictObject({
    open: Line,
    young: Line,
    close: Line,
    bodies: z.array(Line),
    youngBodies: z.array(Line),
  }),
  /** `closeEnd`: after "I want to end this", which may have been said of the chat. */
  maybeUrgent: z.strictObject({ open: Line, bodies: z.array(Line), close: Line, closeEnd: Line }),

  heard: z.strictObject({
    sounds: Line,
    challenge: Line,
    worried: Line,
    about: Line,
    kind: z.record(z.enum(['concern', 'complaint', 'enquiry']), Line),
  }),
  young: Line,
  corrected: Line,
  sameRoute: Line,
  afterDanger: Line,
  /** A date came with nothing to which it could belong. */
  dateAlone: Line,
  dateNoted: Line,
  whichReading: Line,
  noneOfThese: Line,
  sayAgain: Line,
  whose: Line,
  offerPerson: Line,
  also: Line,
  next: Line,
  outOfScope: Line,
  nation: Line,
  council: z.strictObject({ ask: Line, noted: Line, unknown: Line }),

  dates: z.strictObject({
    /** `before`: asked before answering, because the answer turns on it. `after`: invited in the answer. */
    questions: z.record(z.enum(DATE_KINDS), z.strictObject({ ask: z.enum(['before', 'after']), say: Line })),
    confirm: Line,
    confirmPassed: Line,
    confirmPrinted: Line,
    confirmFound: Line,
    future: Line,
    impossible: Line,
    vague: Line,
    several: Line,
    which: Line,
    confirmLetter: Line,
    unclear: Line,
    withoutDate: Line,
  }),

  person: z.strictObject({
    contact: Line,
    aboutBot: Line,
    /** Nobody has an adviser's account for the family's council; `noneThere`: for one that is not loaded. */
    none: Line,
    noneThere: Line,
    closed: Line,
    closedNoHours: Line,
    offer: Line,
    share: Line,
    shareAgain: Line,
    shareUnsure: Line,
    askMessage: Line,
    askContact: Line,
    message: Line,
    goesAlong: Line,
    readBack: Line,
    noContact: Line,
    kept: Line,
    dropped: Line,
    badContact: Line,
  }),

  queue: z.strictObject({
    next: Line,
    after: Counted,
    /** Of a family that is in the queue already. */
    place: Counted.extend({ next: Line }),
    usual: Counted,
    nobodyAtDesk: Line,
    joined: Line,
    sharedAll: Line,
    sharedFromNow: Line,
    meanwhile: Line,
    still: Line,
    reference: Line,
    left: Line,
    /** They were in the queue of a council that is not theirs. */
    leftCouncil: Line,
    leftForMessage: Line,
  }),
  talk: z.strictObject({
    opening: Line,
    danger: Line,
    notText: Line,
    help: Line,
    ended: Line,
    botAgain: Line,
  }),
  notices: z.strictObject({
    joined: Line,
    wentAway: Line,
    cameBack: Line,
    transferred: Line,
    returned: Line,
    finished: Line,
    finishedSilent: Line,
    nobodyCame: Line,
    nobodyCameClosed: Line,
    gaveUp: Line,
    back: Line,
  }),

  /** A copy of the conversation by e-mail. */
  copy: z.strictObject({
    button: Line,
    offer: Line,
    ask: Line,
    badAddress: Line,
    codeSent: Line,
    wrongCode: Line,
    over: Line,
    tooMany: Line,
    sent: Line,
    dropped: Line,
    mail: CopyMailWords,
  }),

  buttons: z.strictObject({
    person: Line,
    other: Line,
    noDate: Line,
    yes: Line,
    no: Line,
    letter: Line,
    certificate: Line,
    skip: Line,
    share: Line,
    fromNow: Line,
    leaveMessage: Line,
    keepWaiting: Line,
    stopWaiting: Line,
    whatNext: Line,
  }),
});
export type Wording = z.infer<typeof Wording>;
