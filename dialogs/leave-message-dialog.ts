/** A message for an adviser who is not there now: what they should know, and how to reach the family. */
import { recognizeEmail, recognizePhoneNumber } from '@microsoft/recognizers-text-suite';
import {
  ComponentDialog,
  type DialogTurnResult,
  type PromptValidatorContext,
  TextPrompt,
  WaterfallDialog,
  type WaterfallStepContext,
} from 'botbuilder-dialogs';
import { z } from 'zod';
import { escapeMarkdown } from '../src/knowledge/merge/markdown.ts';
import { fill } from '../src/shared/fill.ts';
import { hears } from './hearing/phrases.ts';
import { plain } from './hearing/plain.ts';
import { hearYesNo } from './hearing/yes-no.ts';
import { mindOf } from './memory.ts';
import { paragraphs, reply } from './reply.ts';
import type { Services } from './services.ts';
import { wantedCase } from './wanted-case.ts';

export const LEAVE_MESSAGE_DIALOG = 'leave-message';
const STEPS = 'leave-message.steps';
const TEXT_PROMPT = 'leave-message.text';
const CONTACT_PROMPT = 'leave-message.contact';

const Options = z.object({
  /** Set when the message is known and only the way to reach them is asked. */
  text: z.string().nullable(),
  /** Said before the question. */
  preface: z.string().nullable(),
});
export type LeaveMessageOptions = z.infer<typeof Options>;
const Texts = z.object({ text: z.string() });
const Values = Texts.extend({ contact: z.string().nullable() });
/** "07700 900123, or mum@example.org after three" and a little more. */
const LONGEST_CONTACT = 200;
const LONGEST_READ_BACK = 300;

export class LeaveMessageDialog extends ComponentDialog {
  readonly #services: Services;

  constructor(services: Services) {
    super(LEAVE_MESSAGE_DIALOG);
    this.#services = services;
    this.addDialog(new TextPrompt(TEXT_PROMPT));
    this.addDialog(new TextPrompt(CONTACT_PROMPT, (prompt) => this.#contactIsReadable(prompt)));
    this.addDialog(
      new WaterfallDialog(STEPS, [
        (step) => this.#askMessage(step),
        (step) => this.#askContact(step),
        (step) => this.#readBack(step),
        (step) => this.#keep(step),
      ]),
    );
    this.initialDialogId = STEPS;
  }

  async #askMessage(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const { text, preface } = Options.parse(step.options);
    if (text !== null) return step.next(text);
    const { wording } = this.#services;
    const question = paragraphs(preface, wording.person.askMessage);
    return step.prompt(TEXT_PROMPT, { prompt: reply(question, [wording.buttons.skip]) });
  }

  async #askContact(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const text = String(step.result);
    if (this.#declines(text)) return this.#drop(step);
    Object.assign(step.values, { text });
    const { wording } = this.#services;
    return step.prompt(CONTACT_PROMPT, {
      prompt: reply(wording.person.askContact, [wording.buttons.skip]),
      retryPrompt: reply(wording.person.badContact, [wording.buttons.skip]),
    });
  }

  async #readBack(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const contact = contactIn(String(step.result));
    Object.assign(step.values, { contact });
    const { person, buttons } = this.#services.wording;
    const { text } = Texts.parse(step.values);
    const line = contact === null ? person.noContact : fill(person.readBack, { contact });
    const { memory, handoff } = mindOf(step.context);
    const alone = memory.situation === null || handoff.open !== null;
    const said = paragraphs(
      fill(person.message, { text: quoted(text) }),
      alone ? null : person.goesAlong,
      line,
    );
    return step.prompt(TEXT_PROMPT, { prompt: reply(said, [buttons.yes, buttons.no]) });
  }

  async #keep(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const { wording, hearing } = this.#services;
    const { text, contact } = Values.parse(step.values);
    if (hearYesNo(String(step.result), hearing) !== true) {
      return step.replaceDialog(STEPS, { text, preface: null } satisfies LeaveMessageOptions);
    }
    const mind = mindOf(step.context);
    const { open } = mind.handoff;
    const ref = open?.ref ?? wantedCase(mind, this.#services, 'none', { text, contact }).ref;
    if (open !== null) mind.effects.push({ type: 'case', command: { type: 'leave-message', text, contact } });
    const kept = fill(wording.person.kept, { ref });
    const left = open === null ? null : wording.queue.leftForMessage;
    await step.context.sendActivity(reply(paragraphs(kept, left), [wording.buttons.other]));
    return step.endDialog();
  }

  async #drop(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const { wording } = this.#services;
    const still = mindOf(step.context).handoff.open === null ? null : wording.queue.still;
    const text = paragraphs(wording.person.dropped, still);
    await step.context.sendActivity(reply(text, [wording.buttons.other]));
    return step.endDialog();
  }

  /** A way to reach them, a refusal to give one, or the third try: nobody is kept in a loop. */
  async #contactIsReadable(prompt: PromptValidatorContext<string>): Promise<boolean> {
    const said = prompt.recognized.value ?? '';
    return contactIn(said) !== null || this.#declines(said) || prompt.attemptCount > 2;
  }

  #declines(text: string): boolean {
    const said = plain(text);
    const { hearing, wording } = this.#services;
    return (
      [hearing.no, hearing.noContact].some((list) => hears(said, list, hearing.fillers)) ||
      said === plain(wording.buttons.skip)
    );
  }
}

/** What they wrote about how to be reached, whole, when there is a phone number or an address in it. */
function contactIn(text: string): string | null {
  const short = text.slice(0, LONGEST_CONTACT);
  const found = recognizeEmail(short, 'en-us')[0] ?? recognizePhoneNumber(short, 'en-us')[0];
  return found === undefined ? null : short;
}

/** The family's own words, so that no mark in them is taken for layout. */
function quoted(text: string): string {
  return escapeMarkdown(text.replace(/\s+/g, ' ').slice(0, LONGEST_READ_BACK));
}
