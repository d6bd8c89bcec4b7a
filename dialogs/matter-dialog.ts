/** One matter from its first message to its answer: understand, whose duty, the date, the pathway. */
import {
  ComponentDialog,
  type DialogTurnResult,
  WaterfallDialog,
  type WaterfallStepContext,
} from 'botbuilder-dialogs';
import { z } from 'zod';
import { DATE_KINDS } from '../src/knowledge/schema/dates.ts';
import type { DateKind, Situation } from '../src/pathways/schema.ts';
import { COUNTERPARTIES, Counterparty, IsoDate, Topic } from '../src/shared/vocabulary.ts';
import { Triage } from '../src/triage/schema.ts';
import { answerMessages } from './answer.ts';
import { CLARIFY_DIALOG, Clarified, ClarifyDialog } from './clarify-dialog.ts';
import { DATE_DIALOG, DateDialog, type DateOptions } from './date-dialog.ts';
import { timeIsOver } from './later-end.ts';
import { sureTopic, topicsToOffer } from './likely-topics.ts';
import { mindOf } from './memory.ts';
import { paragraphs, reply } from './reply.ts';
import { sayBack } from './say-back.ts';
import type { Services } from './services.ts';
import { newSituation, orderTopics, withCounterparty } from './situation.ts';
import { WHOSE_DIALOG, WhoseDialog } from './whose-dialog.ts';

export const MATTER_DIALOG = 'matter';

const Options = z.object({
  triage: Triage,
  /** Set when the family chose the topic themselves. */
  topic: Topic.nullable(),
  /** The topic that the family says it is not. With `topic` they said what it is: all else that is known stays. */
  wrong: Topic.nullable().default(null),
  /** Further problems that were told in sentences of their own. */
  also: z.array(Topic).default([]),
  /** A day in the message that is no decision letter's, and the kind it was said to be. */
  found: z
    .object({
      date: IsoDate,
      kind: z.enum(DATE_KINDS).nullable(),
      /** Nothing else was told that could have a day: worth asking whether it is the letter's. */
      mayBeLetters: z.boolean().default(false),
    })
    .nullable()
    .default(null),
});
export type MatterOptions = z.input<typeof Options>;

/** The date that was asked for before the answer, if one was. */
const Values = z.object({ asked: z.enum(DATE_KINDS).nullable().default(null) });

export class MatterDialog extends ComponentDialog {
  readonly #services: Services;

  constructor(services: Services) {
    super(MATTER_DIALOG);
    this.#services = services;
    this.addDialog(new ClarifyDialog(services));
    this.addDialog(new WhoseDialog(services));
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
    const sure = topic ?? sureTopic(triage, confidence);
    if (sure !== null) return step.next({ topic: sure, triage: null } satisfies Clarified);
    return step.beginDialog(CLARIFY_DIALOG, { topics: topicsToOffer(triage, confidence) });
  }

  async #askWhose(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const options = Options.parse(step.options);
    const { triage, topic: chosen, also: told } = options;
    const { topic, triage: retold } = Clarified.parse(step.result);
    const { memory, effects } = mindOf(step.context);
    const { wording, confidence } = this.#services;
    if (topic === null) {
      const contact = this.#services.contact('sendiass', memory.council);
      const text = paragraphs(wording.offerPerson, contact);
      await step.context.sendActivity(reply(text, [wording.buttons.person, wording.buttons.other]));
      memory.misses = 0;
      memory.why = 'not-understood';
      return step.endDialog();
    }
    const misread = this.#misread(options);
    if (retold === null && misread !== null && misread !== topic) {
      effects.push({ type: 'count-correction', label: 'topic', from: misread, to: topic });
    }
    const heard = retold ?? triage;
    const { topics } = this.#services.knowledge().taxonomy;
    const [main = topic, ...also] =
      chosen === null ? orderTopics(heard, topic, confidence.also, (one) => topics[one].appealable) : [topic];
    const fresh = newSituation(heard, main, memory.council, topics[main].counterparty);
    const known = chosen !== null && options.wrong !== null ? memory.situation : null;
    const situation = known === null ? fresh : { ...known, topic: main, counterparty: fresh.counterparty };
    const { looseDate, looseCertificate } = memory;
    const dates = {
      ...(looseDate === null ? {} : { decision: looseDate }),
      ...(looseCertificate === null ? {} : { certificate: looseCertificate }),
      ...situation.dates,
    };
    memory.looseDate = null;
    memory.looseCertificate = null;
    memory.situation = { ...situation, dates };
    memory.reading = heard;
    if (chosen === null) memory.also = [...new Set([...also, ...told])].filter((one) => one !== main);
    if (heard.confidence.counterparty >= confidence.counterparty || !this.#turnsOnWhose(situation)) {
      return step.next(null);
    }
    return step.beginDialog(WHOSE_DIALOG);
  }

  async #askDate(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const { memory } = mindOf(step.context);
    const { triage, found } = Options.parse(step.options);
    const whose = Counterparty.nullable().parse(step.result ?? null);
    if (memory.situation === null) throw new Error('no situation to fill');
    const situation = whose === null ? memory.situation : withCounterparty(memory.situation, whose);
    const wanted = this.#services.pathway(situation).wants;
    const told = wanted !== null && found?.kind === wanted ? { [wanted]: found.date } : {};
    memory.situation = { ...situation, dates: { ...told, ...situation.dates } };
    const kind = this.#dateToAsk(memory.situation);
    if (kind === null) return step.next(null);
    memory.wants = kind;
    Object.assign(step.values, { asked: kind } satisfies z.input<typeof Values>);
    const known = situation.dates[kind];
    const asked = kind !== 'decision' || found?.mayBeLetters === true ? found : null;
    const options: DateOptions = {
      kind,
      date: known ?? asked?.date ?? null,
      doubt: kind === 'decision' ? triage.dateDoubt : null,
      preface: sayBack(this.#services, situation),
      tries: 0,
      found: known === undefined && asked !== null,
    };
    return step.beginDialog(DATE_DIALOG, options);
  }

  async #answer(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const { asked } = Values.parse(step.values);
    const { memory } = mindOf(step.context);
    const date = IsoDate.nullable().parse(step.result ?? null);
    memory.looseCertificate = null;
    if (asked !== null && memory.situation !== null) {
      const { [asked]: _, ...others } = memory.situation.dates;
      memory.situation = {
        ...memory.situation,
        dates: date === null ? others : { ...others, [asked]: date },
      };
    }
    const withoutDate = asked === 'decision' && date === null;
    const messages = answerMessages(this.#services, memory, { saidBack: asked !== null, withoutDate });
    await step.context.sendActivities(messages);
    return step.endDialog();
  }

  /** The topic that triage took the matter for, when the family was asked, or said unasked, what it really is. */
  #misread({ triage, topic, wrong }: z.output<typeof Options>): Topic | null {
    if (wrong !== null || topic !== null) return wrong;
    return triage.confidence.topic < this.#services.confidence.answer ? (triage.topics[0] ?? null) : null;
  }

  /** The date to ask for, or to say back, before the answer; null when the answer does not turn on one. */
  #dateToAsk(situation: Situation): DateKind | null {
    const { questions } = this.#services.wording.dates;
    const pathway = this.#services.pathway(situation);
    if (pathway.wants !== null) return questions[pathway.wants].ask === 'before' ? pathway.wants : null;
    const late = timeIsOver(pathway, situation.dates, this.#services);
    return late && situation.dates.decision !== undefined ? 'decision' : null;
  }

  /** Whether another body would mean another route: only then is the question worth asking. */
  #turnsOnWhose(situation: Situation): boolean {
    const routes = COUNTERPARTIES.map(
      (main) => this.#services.pathway(withCounterparty(situation, main)).route,
    );
    return new Set(routes).size > 1;
  }
}
