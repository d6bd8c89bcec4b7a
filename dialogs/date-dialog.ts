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
import { IsoDate } from '../src/shared/vocabulary.ts';
import { DateDoubt } from '../src/triage/schema.ts';
import { hears } from './hearing/phrases.ts';
import { plain } from './hearing/plain.ts';
import { hearYesNo } from './hearing/yes-no.ts';
import { mindOf } from './memory.ts';
import { paragraphs, reply } from './reply.ts';
import type { Services } from './services.ts';
import { fill } from './wording.ts';

export const DATE_DIALOG = 'date';
const PROMPT = 'date.prompt';
const MOST_TRIES = 2;

const Options = z.object({
  kind: z.enum(DATE_KINDS),
  /** A date that was read and may have to be confirmed. */
  date: IsoDate.nullable(),
  doubt: DateDoubt.nullable(),
  /** Said before the first question: what was understood of the matter. */
  preface: z.string().nullable(),
  tries: z.number().int(),
});
export type DateOptions = z.infer<typeof Options>;

/** Ends with the date (`YYYY-MM-DD`), or null when the family does not have it. */
export class DateDialog extends ComponentDialog {
  readonly #services: Services;

  constructor(services: Services) {
    super(DATE_DIALOG);
    this.#services = services;
    this.addDialog(new TextPrompt(PROMPT));
    this.addDialog(
      new WaterfallDialog('date.steps', [(step) => this.#ask(step), (step) => this.#hear(step)]),
    );
    this.initialDialogId = 'date.steps';
  }

  async #ask(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const options = Options.parse(step.options);
    const { wording } = this.#services;
    if (options.date !== null) {
      const passed = this.#passed(step, options.kind, options.date);
      if (!passed && options.doubt !== 'old') return step.endDialog(options.date);
      const line = passed ? wording.dates.confirmPassed : wording.dates.confirm;
      const text = paragraphs(options.preface, fill(line, { date: dayInWords(options.date) }));
      return step.prompt(PROMPT, { prompt: reply(text, [wording.buttons.yes, wording.buttons.no]) });
    }
    const text = paragraphs(options.preface, this.#question(options));
    return step.prompt(PROMPT, { prompt: reply(text, [wording.buttons.noDate]) });
  }

  async #hear(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const options = Options.parse(step.options);
    const { hearing } = this.#services;
    const text = String(step.result);
    const again = (change: Partial<DateOptions>) =>
      step.replaceDialog('date.steps', { ...options, preface: null, ...change });

    const read = this.#services.readDate(text, options.kind);
    if (options.date !== null) {
      const sure = hearYesNo(text, hearing);
      if (sure === true) return step.endDialog(options.date);
      if (read.date === options.date) return step.endDialog(options.date);
    }
    if (read.date !== null) return again({ date: read.date, doubt: read.doubt });
    if (options.date !== null && hearYesNo(text, hearing) === false)
      return again({ date: null, doubt: null });
    const without =
      hears(plain(text), hearing.unknownDate, hearing.politeness) || hearYesNo(text, hearing) === false;
    if (without || options.tries >= MOST_TRIES) return step.endDialog(null);
    return again({ date: null, doubt: read.doubt, tries: options.tries + 1 });
  }

  #question(options: DateOptions): string {
    const { dates } = this.#services.wording;
    // Nothing was asked yet: "it came last week" is no failed answer.
    if (options.tries === 0 && options.doubt === 'vague') return dates.questions[options.kind].say;
    switch (options.doubt) {
      case null:
      case 'old':
        return options.tries === 0 ? dates.questions[options.kind].say : dates.unclear;
      case 'future':
        return fill(dates.future, { date: 'That day' });
      case 'impossible':
        return dates.impossible;
      case 'vague':
        return dates.vague;
      case 'several':
        return dates.several;
    }
  }

  /** Whether a family's time limit counted from that day is over: then the date is worth a second look. */
  #passed(step: WaterfallStepContext, kind: DateOptions['kind'], date: string): boolean {
    const { memory } = mindOf(step.context);
    if (memory.situation === null) return false;
    const dates = { ...memory.situation.dates, [kind]: date };
    const { deadlines } = this.#services.pathway({ ...memory.situation, council: memory.council, dates });
    return deadlines.some((deadline) => deadline.binds === 'family' && deadline.passed);
  }
}
