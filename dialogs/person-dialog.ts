/**
 * "A person please": the contact of SENDIASS at once (rule 7), and then what this service can offer: nothing,
 * a message for later, or a place in the queue of its advisers.
 */
import {
  ComponentDialog,
  type DialogTurnResult,
  type PromptValidatorContext,
  TextPrompt,
  WaterfallDialog,
  type WaterfallStepContext,
} from 'botbuilder-dialogs';
import { z } from 'zod';
import { fill } from '../src/shared/fill.ts';
import { availabilityFor } from './availability-for.ts';
import { hearPersonChoice } from './hearing/person-choice.ts';
import {
  LEAVE_MESSAGE_DIALOG,
  LeaveMessageDialog,
  type LeaveMessageOptions,
} from './leave-message-dialog.ts';
import { mindOf } from './memory.ts';
import { personOpening } from './person-opening.ts';
import { beforeJoining, closedWords, placeWords } from './queue-words.ts';
import { paragraphs, reply } from './reply.ts';
import type { Services } from './services.ts';
import { wantedCase } from './wanted-case.ts';

export const PERSON_DIALOG = 'person';
const STEPS = 'person.steps';
const COUNCIL_PROMPT = 'person.council';
const CHOICE_PROMPT = 'person.choice';

const Options = z.object({ want: z.enum(['adviser', 'message']).default('adviser') });
export type PersonOptions = z.input<typeof Options>;

/** What the family was asked: whether to leave a message, or what the adviser may see. */
const Asked = z.object({ asked: z.enum(['message', 'share']) });

export class PersonDialog extends ComponentDialog {
  readonly #services: Services;

  constructor(services: Services) {
    super(PERSON_DIALOG);
    this.#services = services;
    this.addDialog(new TextPrompt(COUNCIL_PROMPT));
    this.addDialog(new TextPrompt(CHOICE_PROMPT, (prompt) => this.#isChoice(prompt)));
    this.addDialog(new LeaveMessageDialog(services));
    this.addDialog(
      new WaterfallDialog(STEPS, [
        (step) => this.#askCouncil(step),
        (step) => this.#offer(step),
        (step) => this.#choose(step),
      ]),
    );
    this.initialDialogId = STEPS;
  }

  async #askCouncil(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const { memory, handoff } = mindOf(step.context);
    if (memory.council !== null || handoff.open !== null) return step.next();
    const opening = personOpening(this.#services, memory);
    const prompt = reply(paragraphs(opening, this.#services.wording.council.ask));
    return step.prompt(COUNCIL_PROMPT, { prompt });
  }

  async #offer(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const { want } = Options.parse(step.options);
    const { memory, handoff } = mindOf(step.context);
    const { wording } = this.#services;
    const { person, buttons } = wording;
    if (handoff.open !== null) {
      if (want === 'message') return this.#leaveMessage(step, null, null);
      return this.#end(step, await placeWords(this.#services, handoff, handoff.open));
    }
    if (memory.council === null) return this.#end(step, `${wording.council.unknown} ${person.noneThere}`);

    const found = await availabilityFor(this.#services, handoff, memory.council);
    const opening = personOpening(this.#services, memory);
    if (found.state === 'none') return this.#end(step, paragraphs(opening, person.none));
    const closed = found.state === 'closed' ? closedWords(this.#services, found) : null;
    if (want === 'message') return this.#leaveMessage(step, null, paragraphs(opening, closed));
    if (found.state === 'closed') {
      Object.assign(step.values, { asked: 'message' } satisfies z.infer<typeof Asked>);
      const text = paragraphs(opening, `${closed} ${person.offer}`);
      return step.prompt(CHOICE_PROMPT, { prompt: reply(text, [buttons.leaveMessage, buttons.skip]) });
    }
    const facts = found.state === 'hub' ? opening : paragraphs(opening, beforeJoining(this.#services, found));
    if (!memory.wrote) return this.#join(step, 'all', facts);
    Object.assign(step.values, { asked: 'share' } satisfies z.infer<typeof Asked>);
    const choices = [buttons.share, buttons.fromNow, buttons.leaveMessage];
    return step.prompt(CHOICE_PROMPT, {
      prompt: reply(paragraphs(facts, person.share), choices),
      retryPrompt: reply(person.shareAgain, choices),
    });
  }

  async #choose(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const text = String(step.result);
    const { asked } = Asked.parse(step.values);
    const { wording } = this.#services;
    const choice = hearPersonChoice(text, this.#services);
    if (choice === 'message' || (asked === 'message' && choice === 'yes')) {
      return this.#leaveMessage(step, null, null);
    }
    if (choice === 'skip') return this.#end(step, wording.person.dropped);
    if (asked === 'message') {
      // Asked for a message, many simply write it.
      return choice === 'no' ? this.#end(step, wording.person.dropped) : this.#leaveMessage(step, text, null);
    }
    // The day may have ended while they thought about it.
    const { memory, handoff } = mindOf(step.context);
    const found =
      memory.council === null ? null : await availabilityFor(this.#services, handoff, memory.council);
    if (found?.state !== 'open' && found?.state !== 'hub') return step.replaceDialog(STEPS, step.options);
    if (choice === 'yes') return this.#join(step, 'all', null);
    return this.#join(step, 'from-now', choice === null ? wording.person.shareUnsure : null);
  }

  /** An answer to the question, or the second try: nobody is kept in a loop. */
  async #isChoice(prompt: PromptValidatorContext<string>): Promise<boolean> {
    if (prompt.options.retryPrompt === undefined || prompt.attemptCount > 1) return true;
    return hearPersonChoice(prompt.recognized.value ?? '', this.#services) !== null;
  }

  async #join(
    step: WaterfallStepContext,
    share: 'all' | 'from-now',
    before: string | null,
  ): Promise<DialogTurnResult> {
    const { queue, buttons } = this.#services.wording;
    const wanted = wantedCase(mindOf(step.context), this.#services, share, null);
    const text = paragraphs(
      before,
      fill(queue.joined, { ref: wanted.ref }),
      share === 'all' ? queue.sharedAll : queue.sharedFromNow,
      queue.meanwhile,
    );
    return this.#end(step, text, [buttons.leaveMessage, buttons.stopWaiting]);
  }

  #leaveMessage(
    step: WaterfallStepContext,
    text: string | null,
    preface: string | null,
  ): Promise<DialogTurnResult> {
    const options: LeaveMessageOptions = { text, preface };
    return step.replaceDialog(LEAVE_MESSAGE_DIALOG, options);
  }

  async #end(step: WaterfallStepContext, text: string, buttons?: string[]): Promise<DialogTurnResult> {
    await step.context.sendActivity(reply(text, buttons ?? [this.#services.wording.buttons.other]));
    return step.endDialog();
  }
}
