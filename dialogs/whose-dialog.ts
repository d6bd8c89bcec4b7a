/** "Who is this mainly about?", asked only where another body would mean another route. */
import {
  ComponentDialog,
  type DialogTurnResult,
  TextPrompt,
  WaterfallDialog,
  type WaterfallStepContext,
} from 'botbuilder-dialogs';
import { z } from 'zod';
import { COUNTERPARTIES } from '../src/shared/vocabulary.ts';
import { hearChoice } from './hearing/choice.ts';
import { hearCounterparty } from './hearing/correction.ts';
import { plain } from './hearing/plain.ts';
import { reply } from './reply.ts';
import type { Services } from './services.ts';

export const WHOSE_DIALOG = 'whose';
const STEPS = 'whose.steps';
const PROMPT = 'whose.prompt';
const MOST_TRIES = 2;

const Options = z.object({ tries: z.number().default(1) });

/** Ends with the counterparty, or null when the replies name none. */
export class WhoseDialog extends ComponentDialog {
  readonly #services: Services;

  constructor(services: Services) {
    super(WHOSE_DIALOG);
    this.#services = services;
    this.addDialog(new TextPrompt(PROMPT));
    this.addDialog(new WaterfallDialog(STEPS, [(step) => this.#ask(step), (step) => this.#hear(step)]));
    this.initialDialogId = STEPS;
  }

  async #ask(step: WaterfallStepContext): Promise<DialogTurnResult> {
    return step.prompt(PROMPT, { prompt: reply(this.#services.wording.whose, this.#buttons()) });
  }

  async #hear(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const { tries } = Options.parse(step.options ?? {});
    const text = String(step.result);
    const place = hearChoice(text, this.#buttons());
    const named = place === null ? null : COUNTERPARTIES[place];
    const whose = named ?? hearCounterparty(plain(text), this.#services.knowledge().taxonomy);
    if (whose !== null || tries >= MOST_TRIES) return step.endDialog(whose);
    return step.replaceDialog(STEPS, { tries: tries + 1 });
  }

  #buttons(): string[] {
    const words = this.#services.knowledge().taxonomy.counterparties;
    return COUNTERPARTIES.map((id) => words[id].button);
  }
}
