/** Two or three readings in plain words; after two misses a person instead of a third guess (rule 4). */
import {
  ComponentDialog,
  type DialogTurnResult,
  TextPrompt,
  WaterfallDialog,
  type WaterfallStepContext,
} from 'botbuilder-dialogs';
import { z } from 'zod';
import { Topic } from '../src/shared/vocabulary.ts';
import { Triage } from '../src/triage/schema.ts';
import { hearChoice } from './hearing/choice.ts';
import { hears } from './hearing/phrases.ts';
import { plain } from './hearing/plain.ts';
import { hearTopic } from './hearing/topic.ts';
import { hearYesNo } from './hearing/yes-no.ts';
import { sureTopic, topicsToOffer } from './likely-topics.ts';
import { mindOf } from './memory.ts';
import { reply } from './reply.ts';
import type { Services } from './services.ts';

export const CLARIFY_DIALOG = 'clarify';
const PROMPT = 'clarify.prompt';

const Options = z.object({ topics: z.array(Topic) });
type Options = z.infer<typeof Options>;

/** `topic` null: not understood. `triage` is there when the family said it again in other words. */
export const Clarified = z.object({ topic: Topic.nullable(), triage: Triage.nullable() });
export type Clarified = z.infer<typeof Clarified>;

/** Ends with a {@link Clarified}. No topics: asks at once to say it again. */
export class ClarifyDialog extends ComponentDialog {
  readonly #services: Services;

  constructor(services: Services) {
    super(CLARIFY_DIALOG);
    this.#services = services;
    this.addDialog(new TextPrompt(PROMPT));
    this.addDialog(
      new WaterfallDialog('clarify.steps', [(step) => this.#offer(step), (step) => this.#choose(step)]),
    );
    this.initialDialogId = 'clarify.steps';
  }

  async #offer(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const { wording } = this.#services;
    const { topics } = Options.parse(step.options);
    if (topics.length === 0)
      return step.prompt(PROMPT, { prompt: reply(wording.sayAgain, [wording.buttons.person]) });
    const prompt = reply(wording.whichReading, [...this.#buttons(topics), wording.noneOfThese]);
    return step.prompt(PROMPT, { prompt });
  }

  async #choose(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const { confidence } = this.#services;
    const { memory } = mindOf(step.context);
    const { topics } = Options.parse(step.options);
    const text = String(step.result);
    const found = topics.length === 0 ? null : this.#chosen(text, topics);
    if (found === 'none') {
      memory.misses += 1;
      if (memory.misses >= 2) return this.#end(step, { topic: null, triage: null });
      return step.replaceDialog('clarify.steps', { topics: [] } satisfies Options);
    }
    if (found !== null) return this.#end(step, { topic: found, triage: null });

    // Not one of the buttons: the family said it in other words.
    const triage = this.#services.triage(text);
    const topic = sureTopic(triage, confidence);
    if (topic !== null) return this.#end(step, { topic, triage });
    memory.misses += 1;
    if (memory.misses >= 2) return this.#end(step, { topic: null, triage: null });
    // What was offered already and not taken is not offered again.
    const fresh = topicsToOffer(triage, confidence).filter((one) => !topics.includes(one));
    return step.replaceDialog('clarify.steps', { topics: fresh } satisfies Options);
  }

  #chosen(text: string, topics: readonly Topic[]): Topic | 'none' | null {
    const place = hearChoice(text, [...this.#buttons(topics), this.#services.wording.noneOfThese]);
    if (place !== null) return topics[place] ?? 'none';
    const { hearing } = this.#services;
    const said = plain(text);
    if (hears(said, hearing.wrong, hearing.fillers) || hearYesNo(text, hearing) === false) return 'none';
    return hearTopic(said, hearing, this.#services.knowledge().taxonomy);
  }

  #buttons(topics: readonly Topic[]): string[] {
    const words = this.#services.knowledge().taxonomy.topics;
    return topics.map((topic) => words[topic].button);
  }

  #end(step: WaterfallStepContext, result: Clarified): Promise<DialogTurnResult> {
    return step.endDialog(result);
  }
}
