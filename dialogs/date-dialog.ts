/** Asks for one date, says it back when a wrong one would cost dearly, and gives up kindly. */
import {
  ComponentDialog,
  type DialogTurnResult,
  TextPrompt,
  WaterfallDialog,
  type WaterfallStepContext,
} from 'botbuilder-dialogs';
import { z } from 'zod';
import { DATE_KINDS } from '../src/knowledge/schema/dates.ts';
import { dayInWords } from '../src/shared/day-in-words.ts';
import { fill } from '../src/shared/fill.ts';
import { IsoDate } from '../src/shared/vocabulary.ts';
import { DateDoubt } from '../src/triage/schema.ts';
import { namesCertificate, namesLetter } from './hearing/date-kind.ts';
import { hears } from './hearing/phrases.ts';
import { plain } from './hearing/plain.ts';
import { hearYesNo } from './hearing/yes-no.ts';
import { timeIsOver } from './later-end.ts';
import { mindOf } from './memory.ts';
import { paragraphs, reply } from './reply.ts';
import type { Services } from './services.ts';
import { withDate } from './situation.ts';

export const DATE_DIALOG = 'date';
const STEPS = 'date.steps';
const PROMPT = 'date.prompt';
const MOST_TRIES = 2;
/** "It was an email", in place of a letter. */
const ONLY_AN_EMAIL = /\b(?:was|is|it'?s|just|only) (?:just |only )?(?:an? )?e-?mail\b/i;

const Options = z.object({
  kind: z.enum(DATE_KINDS),
  /** A date that was read and may have to be confirmed. */
  date: IsoDate.nullable(),
  doubt: DateDoubt.nullable(),
  /** Said before the first question: what was understood of the matter. */
  preface: z.string().nullable(),
  tries: z.number().int(),
  /** It was told from today ("on Monday"), which may be the day the letter came. */
  relative: z.boolean().default(false),
  /** Told in reply without a word of the letter, so it may be the certificate's. */
  unnamed: z.boolean().default(false),
  /** It stood in a message that said other things too: asked whether it is the day meant. */
  found: z.boolean().default(false),
});
export type DateOptions = z.input<typeof Options>;

/** Ends with the date (`YYYY-MM-DD`), or null when the family does not have it. */
export class DateDialog extends ComponentDialog {
  readonly #services: Services;

  constructor(services: Services) {
    super(DATE_DIALOG);
    this.#services = services;
    this.addDialog(new TextPrompt(PROMPT));
    this.addDialog(new WaterfallDialog(STEPS, [(step) => this.#ask(step), (step) => this.#hear(step)]));
    this.initialDialogId = STEPS;
  }

  async #ask(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const options = Options.parse(step.options);
    const { wording } = this.#services;
    if (options.date === null) {
      const text = paragraphs(options.preface, this.#question(options));
      return step.prompt(PROMPT, { prompt: reply(text, [wording.buttons.noDate]) });
    }
    const line = this.#confirmation(step, options, options.date);
    if (line === null) return step.endDialog(options.date);
    const text = paragraphs(options.preface, fill(line, { date: dayInWords(options.date) }));
    return step.prompt(PROMPT, { prompt: reply(text, [wording.buttons.yes, wording.buttons.no]) });
  }

  async #hear(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const options = Options.parse(step.options);
    const { hearing } = this.#services;
    const text = String(step.result);
    const sure = hearYesNo(text, hearing);
    const tries = options.tries + 1;
    const again = (change: Partial<DateOptions>) =>
      step.replaceDialog(STEPS, {
        ...options,
        preface: null,
        relative: false,
        unnamed: false,
        found: false,
        ...change,
      } satisfies DateOptions);

    const read = this.#services.readDate(text, options.kind);
    if (options.date !== null && (sure === true || read.date === options.date))
      return step.endDialog(options.date);
    if (read.date !== null) {
      const relative = isRelative(text);
      return again({ date: read.date, doubt: read.doubt, relative, unnamed: !namesLetter(text) });
    }
    const mailed = options.kind === 'decision' && ONLY_AN_EMAIL.test(text);
    const sent = mailed ? this.#services.readDate(text, null).date : null;
    // A letter may be attached that has an earlier date: asked, never taken.
    if (sent !== null) return again({ date: sent, doubt: null, relative: true });
    if (options.date !== null && options.unnamed && namesCertificate(text)) {
      keepAsCertificates(step, options.date);
      return again({ date: null, doubt: null });
    }
    if (options.date !== null && sure === false) return again({ date: null, doubt: null });
    // Neither yes nor no: a date that is not denied is better than none, and the answer says it back.
    if (options.date !== null) return tries > MOST_TRIES ? step.endDialog(options.date) : again({ tries });
    const without = hears(plain(text), hearing.unknownDate, hearing.fillers) || sure === false;
    if (without || tries > MOST_TRIES) return step.endDialog(null);
    return again({ doubt: read.doubt, tries });
  }

  /** What to ask before a date is built on; null when nothing about it is doubtful. */
  #confirmation(
    step: WaterfallStepContext,
    { kind, doubt, relative, unnamed, found }: DateOptions,
    date: string,
  ): string | null {
    const { dates } = this.#services.wording;
    if (this.#passed(step, kind, date)) return dates.confirmPassed;
    if (found)
      return fill(dates.confirmFound, { question: dates.questions[kind].say, date: dayInWords(date) });
    if (unnamed && kind === 'decision' && certificateOpen(step)) return dates.confirmLetter;
    if (relative && kind === 'decision') return dates.confirmPrinted;
    return doubt === 'old' ? dates.confirm : null;
  }

  #question({ kind, doubt, tries }: DateOptions): string {
    const { dates } = this.#services.wording;
    const question = dates.questions[kind].say;
    // Nothing was asked yet: "it came last week" is no failed answer.
    if (tries === 0 && (doubt === null || doubt === 'vague' || doubt === 'old')) return question;
    switch (doubt) {
      case null:
      case 'old':
        return tries === 0 ? question : dates.unclear;
      case 'future':
        return fill(dates.future, { question });
      case 'impossible':
        return dates.impossible;
      case 'vague':
        return fill(dates.vague, { question });
      case 'several':
        return fill(dates.several, { question });
    }
  }

  /** Whether a family's time limit counted from that day is over: then the date is worth a second look. */
  #passed(step: WaterfallStepContext, kind: DateOptions['kind'], date: string): boolean {
    const { memory } = mindOf(step.context);
    if (memory.situation === null) return false;
    const dates = { ...memory.situation.dates, [kind]: date };
    const pathway = this.#services.pathway({ ...memory.situation, council: memory.council, dates });
    return timeIsOver(pathway, dates, this.#services);
  }
}

/** A certificate was spoken of whose day is not known: a day told now may be its own. */
function certificateOpen(step: WaterfallStepContext): boolean {
  const { situation, spokeOfCertificate } = mindOf(step.context).memory;
  return spokeOfCertificate && situation?.dates.certificate === undefined;
}

function keepAsCertificates(step: WaterfallStepContext, date: string): void {
  const { memory } = mindOf(step.context);
  if (memory.situation !== null) memory.situation = withDate(memory.situation, 'certificate', date);
}

/** Told from today, with neither a month nor a date in figures. */
function isRelative(text: string): boolean {
  const month = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;
  const figures = /\d{1,4}\s*[./\\-]\s*\d{1,2}|\d(?:st|nd|rd|th)\b/i;
  return !month.test(text) && !figures.test(text);
}
