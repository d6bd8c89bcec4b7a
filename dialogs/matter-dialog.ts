/** One matter from its first message to its answer: understand, whose duty, the date, the pathway. */
import {
  ComponentDialog,
  type DialogTurnResult,
  TextPrompt,
  WaterfallDialog,
  type WaterfallStepContext,
} from 'botbuilder-dialogs';
import { z } from 'zod';
import type { DateKind, Situation } from '../src/pathways/schema.ts';
import { COUNTERPARTIES, IsoDate, Topic } from '../src/shared/vocabulary.ts';
import { Triage } from '../src/triage/schema.ts';
import { answerMessages } from './answer.ts';
import { CLARIFY_DIALOG, Clarified, ClarifyDialog } from './clarify-dialog.ts';
import { DATE_DIALOG, DateDialog, type DateOptions } from './date-dialog.ts';
import { hearCounterparty } from './hearing/correction.ts';
import { plain } from './hearing/plain.ts';
import { LEAVE_MESSAGE_DIALOG } from './leave-message-dialog.ts';
import { mindOf } from './memory.ts';
import { reply } from './reply.ts';
import { sayBack } from './say-back.ts';
import type { Services } from './services.ts';
import { newSituation, withCounterparty } from './situation.ts';

export const MATTER_DIALOG = 'matter';
const PROMPT = 'matter.prompt';

const Options = z.object({
  triage: Triage,
  /** Set when the family chose the topic themselves. */
  topic: Topic.nullable(),
  /** The message may disclose danger: the answer is preceded by the numbers. */
  gently: z.boolean(),
});
export type MatterOptions = z.infer<typeof Options>;

const Values = z.object({ saidBack: z.boolean().default(false), asked: z.string().nullable().default(null) });

export class MatterDialog extends ComponentDialog {
  readonly #services: Services;

  constructor(services: Services) {
    super(MATTER_DIALOG);
    this.#services = services;
    this.addDialog(new TextPrompt(PROMPT));
    this.addDialog(new ClarifyDialog(services));
    this.addDialog(new DateDialog(services));
    this.addDialog(
      new WaterfallDialog('matter.steps', [
        (step) => this.#understand(step),
        (step) => this.#askWhose(step),
        (step) => this.#askDate(step),
        (step) => this.#answer(step),
      ]),
    );
    this.initialDialogId = 'matter.steps';
  }

  async #understand(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const { triage, topic } = Options.parse(step.options);
    const { confidence } = this.#services;
    const [first] = triage.topics;
    const sure = topic ?? (triage.confidence.topic >= confidence.answer ? first : undefined);
    if (sure !== undefined) return step.next({ topic: sure, triage: null } satisfies Clarified);
    const topics = triage.topics.filter((_, i) => (triage.confidence.topics[i] ?? 0) >= confidence.offer);
    return step.beginDialog(CLARIFY_DIALOG, { topics });
  }

  async #askWhose(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const { triage } = Options.parse(step.options);
    const { topic, triage: retold } = Clarified.parse(step.result);
    const { memory } = mindOf(step.context);
    const { wording, confidence } = this.#services;
    if (topic === null) {
      await step.context.sendActivity(reply(wording.offerPerson));
      return step.replaceDialog(LEAVE_MESSAGE_DIALOG);
    }
    const heard = retold ?? triage;
    const { topics, counterparties } = this.#services.knowledge().taxonomy;
    const situation = newSituation(heard, topic, memory.council, topics[topic].counterparty);
    memory.situation = situation;
    memory.reading = heard;
    memory.also = heard.topics.filter(
      (other, i) =>
        other !== topic && (heard.confidence.topics[i] ?? 0) >= confidence.also && other !== 'other',
    );
    if (heard.confidence.counterparty >= confidence.counterparty || !this.#turnsOnWhose(situation)) {
      return step.next(null);
    }
    const buttons = COUNTERPARTIES.map((id) => counterparties[id].button);
    return step.prompt(PROMPT, { prompt: reply(wording.whose, buttons) });
  }

  async #askDate(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const { memory } = mindOf(step.context);
    const situation = this.#withWhose(step);
    memory.situation = situation;
    const { triage } = Options.parse(step.options);
    const kind = this.#dateToAsk(situation);
    if (kind === null) return step.next(null);
    const options: DateOptions = {
      kind,
      date: situation.dates[kind] ?? null,
      doubt: triage.dateDoubt,
      preface: sayBack(this.#services, situation),
      tries: 0,
    };
    Object.assign(step.values, { saidBack: true, asked: kind } satisfies z.input<typeof Values>);
    return step.beginDialog(DATE_DIALOG, options);
  }

  async #answer(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const { gently } = Options.parse(step.options);
    const { saidBack, asked } = Values.parse(step.values);
    const { memory } = mindOf(step.context);
    const date = IsoDate.nullable().parse(step.result ?? null);
    if (asked !== null && memory.situation !== null) {
      const { [asked as DateKind]: _, ...others } = memory.situation.dates;
      memory.situation = {
        ...memory.situation,
        dates: date === null ? others : { ...others, [asked]: date },
      };
    }
    await step.context.sendActivities(answerMessages(this.#services, memory, { saidBack, gently }));
    return step.endDialog();
  }

  /** The date to ask for, or to say back, before the answer; null when the answer does not turn on one. */
  #dateToAsk(situation: Situation): DateKind | null {
    const { questions } = this.#services.wording.dates;
    const pathway = this.#services.pathway(situation);
    if (pathway.wants !== null) return questions[pathway.wants].ask === 'before' ? pathway.wants : null;
    const late = pathway.deadlines.some((deadline) => deadline.binds === 'family' && deadline.passed);
    return late && situation.dates.decision !== undefined ? 'decision' : null;
  }

  /** Whether another body would mean another route: only then is the question worth asking. */
  #turnsOnWhose(situation: Situation): boolean {
    const routes = COUNTERPARTIES.map(
      (main) => this.#services.pathway(withCounterparty(situation, main)).route,
    );
    return new Set(routes).size > 1;
  }

  #withWhose(step: WaterfallStepContext): Situation {
    const { memory } = mindOf(step.context);
    if (memory.situation === null) throw new Error('no situation to fill');
    const said = typeof step.result === 'string' ? plain(step.result) : null;
    const main = said === null ? null : hearCounterparty(said, this.#services.knowledge().taxonomy);
    return main === null ? memory.situation : withCounterparty(memory.situation, main);
  }
}
