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
