/** The pieces of our cards, each made in one way. */
import type { Action, Element } from './card.ts';

export type TextLook = Omit<Extract<Element, { type: 'TextBlock' }>, 'type' | 'text' | 'wrap'>;

export function text(words: string, look: TextLook = {}): Element {
  return { type: 'TextBlock', text: words, wrap: true, ...look };
}

/** Words that somebody else typed, exactly as they typed them; a paragraph each. */
export function asTyped(words: string): Element[] {
  return words
    .split(/\n+/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => ({
      type: 'RichTextBlock',
      inlines: [{ type: 'TextRun', text: paragraph }],
      spacing: 'small',
    }));
}

export function heading(words: string): Element {
  return text(words, { style: 'heading', size: 'medium', weight: 'bolder' });
}

export function button(
  title: string,
  data: Readonly<Record<string, unknown>>,
  look: { readonly style?: 'positive' | 'destructive' } = {},
): Action {
  return { type: 'Action.Submit', title, data, associatedInputs: 'none', ...look };
}

/** A button that sends the inputs of its card along. */
export function send(title: string, data: Readonly<Record<string, unknown>>): Action {
  return { type: 'Action.Submit', title, data };
}

export function showCard(title: string, body: readonly Element[], actions: readonly Action[]): Action {
  return { type: 'Action.ShowCard', title, card: { type: 'AdaptiveCard', body, actions } };
}

export function choice(
  id: string,
  label: string,
  choices: readonly { readonly title: string; readonly value: string }[],
  { value, needed }: { readonly value?: string | undefined; readonly needed?: string } = {},
): Element {
  return {
    type: 'Input.ChoiceSet',
    id,
    label,
    style: 'compact',
    ...(value === undefined ? {} : { value }),
    ...(needed === undefined ? {} : { isRequired: true, errorMessage: needed }),
    choices,
  };
}

export function dateInput(id: string, label: string, needed?: string): Element {
  return {
    type: 'Input.Date',
    id,
    label,
    ...(needed === undefined ? {} : { isRequired: true, errorMessage: needed }),
  };
}

export function textInput(id: string, label: string, needed: string, maxLength = 4_000): Element {
  return {
    type: 'Input.Text',
    id,
    label,
    isMultiline: true,
    maxLength,
    isRequired: true,
    errorMessage: needed,
  };
}
