/**
 * The part of Adaptive Cards 1.5 that our cards use, as plain data. Text is Markdown as Teams reads it: bold,
 * italics, links and lists, and nothing else.
 */
export interface Card {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.5';
  /** What a screen reader or a telephone says of the card. */
  readonly speak: string;
  /** What a client shows that cannot show the card. */
  readonly fallbackText: string;
  readonly body: readonly Element[];
  readonly actions?: readonly Action[];
}

/** A card within a card, opened by a button. */
export interface InnerCard {
  readonly type: 'AdaptiveCard';
  readonly body: readonly Element[];
  readonly actions: readonly Action[];
}

export type Colour = 'default' | 'attention' | 'good' | 'warning' | 'accent';

export type Element =
  | {
      readonly type: 'TextBlock';
      readonly text: string;
      readonly wrap: true;
      readonly style?: 'heading';
      readonly size?: 'medium' | 'large' | 'small';
      readonly weight?: 'bolder';
      readonly color?: Colour;
      readonly isSubtle?: true;
      readonly spacing?: 'none' | 'small' | 'medium';
      readonly separator?: true;
    }
  | {
      /** Shown letter by letter as it is: no Markdown, no HTML. */
      readonly type: 'RichTextBlock';
      readonly inlines: readonly { readonly type: 'TextRun'; readonly text: string }[];
      readonly spacing?: 'small';
    }
  | {
      readonly type: 'Container';
      readonly items: readonly Element[];
      readonly style?: 'attention' | 'emphasis';
      readonly separator?: true;
      readonly spacing?: 'small' | 'medium';
    }
  | {
      readonly type: 'Input.ChoiceSet';
      readonly id: string;
      readonly label: string;
      readonly style: 'compact';
      readonly value?: string;
      readonly isRequired?: true;
      readonly errorMessage?: string;
      readonly choices: readonly { readonly title: string; readonly value: string }[];
    }
  | {
      readonly type: 'Input.Date';
      readonly id: string;
      readonly label: string;
      readonly value?: string;
      readonly isRequired?: true;
      readonly errorMessage?: string;
    }
  | {
      readonly type: 'Input.Text';
      readonly id: string;
      readonly label: string;
      readonly isMultiline: true;
      readonly maxLength: number;
      readonly isRequired?: true;
      readonly errorMessage?: string;
    };

export type Action =
  | {
      readonly type: 'Action.Submit';
      readonly title: string;
      readonly style?: 'positive' | 'destructive';
      readonly data: Readonly<Record<string, unknown>>;
      /** `none`: the inputs of the card are not sent along, nor asked to be filled in. */
      readonly associatedInputs?: 'none';
    }
  | { readonly type: 'Action.ShowCard'; readonly title: string; readonly card: InnerCard };

/** Above this Teams refuses a message; what goes around the card needs some of it. */
export const MOST_BYTES = 28_000;

export function cardBytes(card: Card): number {
  return Buffer.byteLength(JSON.stringify(card), 'utf8');
}

export function card(
  speak: string,
  body: readonly Element[],
  actions: readonly Action[] = [],
  fallbackText = speak,
): Card {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    speak,
    fallbackText,
    body,
    ...(actions.length > 0 ? { actions } : {}),
  };
}

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

const MARKS = /[\\`*_[\]<>#|~]/g;

/** Words that somebody else chose, for a place where Markdown is read. */
export function plainMarkdown(words: string): string {
  return words.replace(MARKS, (mark) => `\\${mark}`);
}

/** Without Markdown's marks and links: for `speak`. */
export function spoken(words: string): string {
  return words
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\\([\\`*_[\]<>#|~])/g, '$1')
    .replace(/\*\*|(?<!\w)[*_]|[*_](?!\w)/g, '')
    .trim();
}
