import type { DialogContext } from 'botbuilder-dialogs';
import type { Triage } from '../../src/triage/schema.ts';
import type { Services } from '../services.ts';

/** The text of a message and what triage makes of it. */
export interface Heard {
  readonly text: string;
  readonly triage: Triage;
  /** "I want to end this": of the chat, or of a life. */
  readonly wantsEnd: boolean;
  /** It only keeps the conversation going, or asks for something that any conversation offers. */
  readonly everyday: boolean;
}

/** Deals with the message and returns true, or returns false and has done nothing. */
export type Handler = (dc: DialogContext, heard: Heard, services: Services) => Promise<boolean>;
