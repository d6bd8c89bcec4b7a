/** "A person please": the SENDIASS contact at once, and a message for an adviser if they want to leave one. */
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
import { urgentReply } from './safety.ts';
import type { Services } from './services.ts';

export const LEAVE_MESSAGE_DIALOG = 'leave-message';
const STEPS = 'leave-message.steps';
const TEXT_PROMPT = 'leave-message.text';
const CONTACT_PROMPT = 'leave-message.contact';

/** `text` is set when only the way to reach them is asked again. */
const Options = z.object({ text: z.string().nullable().default(null) });
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
    const { text } = Options.parse(step.options ?? {});
    if (text !== null) return step.next(text);
    const { wording } = this.#services;
    const { memory } = mindOf(step.context);
    const question = paragraphs(
      memory.danger === 'none' ? null : urgentReply(this.#services, memory.council, false),
      wording.person.contact,
      this.#services.contact('sendiass', memory.council),
      memory.council === null ? wording.council.ask : null,
      wording.person.offer,
      wording.person.askMessage,
    );
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
    const said = paragraphs(fill(person.message, { text: quoted(text) }), line);
    return step.prompt(TEXT_PROMPT, { prompt: reply(said, [buttons.yes, buttons.no]) });
  }

  async #keep(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const { wording, hearing } = this.#services;
    const { text, contact } = Values.parse(step.values);
    if (hearYesNo(String(step.result), hearing) !== true) return step.replaceDialog(STEPS, { text });
    const mind = mindOf(step.context);
    mind.effects.push({
      type: 'leave-message',
      message: {
        id: this.#services.newId(),
        council: mind.memory.council,
        leftAt: this.#services.now(),
        text,
        contact,
        situation: { ...mind.memory.situation, danger: mind.memory.danger !== 'none' },
      },
    });
    await step.context.sendActivity(reply(wording.person.kept, [wording.buttons.other]));
    return step.endDialog();
  }

  async #drop(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const { wording } = this.#services;
    await step.context.sendActivity(reply(wording.person.dropped, [wording.buttons.other]));
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
