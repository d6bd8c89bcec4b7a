/** An activity as far as a family sees it. What does not fit is not shown: a client must outlive new servers. */

export interface Deadline {
  /** "Your appeal must reach the tribunal" */
  readonly label: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** How it was counted, in words. */
  readonly counted: string;
}

export interface Choice {
  readonly title: string;
  readonly value: string;
}

export type Shown =
  | {
      readonly type: 'message';
      readonly id: string;
      readonly who: 'family' | 'bot' | 'adviser';
      readonly name: string;
      readonly text: string;
      readonly at: string;
      readonly choices: readonly Choice[];
      /** Present when it is an answer, which can be rated; with the days that it names. */
      readonly answer: { readonly deadlines: readonly Deadline[] } | null;
      readonly clientId: string | null;
    }
  | {
      readonly type: 'person';
      readonly id: string;
      readonly state: 'accepted' | 'completed' | 'failed';
      readonly name: string;
      /** What the service says of it, as Markdown; empty when it says nothing. */
      readonly text: string;
    }
  /** Quick replies without words of their own. */
  | { readonly type: 'choices'; readonly id: string; readonly choices: readonly Choice[] }
  | { readonly type: 'rating'; readonly id: string; readonly of: string }
  | { readonly type: 'forgotten'; readonly id: string }
  | { readonly type: 'typing'; readonly who: 'bot' | 'adviser'; readonly name: string }
  | { readonly type: 'ended'; readonly id: string };

type Json = Readonly<Record<string, unknown>>;

const object = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {});
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.map(object) : []);

/** @returns null for what a family does not see */
export function shownActivity(value: unknown): Shown | null {
  const activity = object(value);
  const from = object(activity.from);
  const id = text(activity.id);
  const who = from.role === 'user' ? 'family' : from.id === 'signpost' ? 'bot' : 'adviser';
  switch (activity.type) {
    case 'message':
      if (repeatsStatus(activity)) return { type: 'choices', id, choices: choicesOf(activity) };
      return {
        type: 'message',
        id,
        who,
        name: text(from.name),
        text: text(activity.text),
        at: text(activity.timestamp),
        choices: choicesOf(activity),
        answer: answerOf(activity),
        clientId: text(object(activity.channelData).clientActivityID) || null,
      };
    case 'typing':
      return who === 'family' ? null : { type: 'typing', who, name: text(from.name) };
    case 'endOfConversation':
      return { type: 'ended', id };
    case 'event':
      return eventOf(activity, id, text(from.name));
    default:
      return null;
  }
}

function eventOf(activity: Json, id: string, name: string): Shown | null {
  const value = object(activity.value);
  if (activity.name === 'forgotten') return { type: 'forgotten', id };
  if (activity.name === 'rating') return { type: 'rating', id, of: text(value.of) };
  const { state } = value;
  if (activity.name !== 'handoff.status') return null;
  if (state !== 'accepted' && state !== 'completed' && state !== 'failed') return null;
  return { type: 'person', id, state, name, text: text(value.message) };
}

/** Says again in a message what an event said just before, for clients that show no events. */
function repeatsStatus(activity: Json): boolean {
  return list(activity.entities).some(({ type }) => type === 'signpost/repeats-status');
}

function choicesOf(activity: Json): Choice[] {
  return list(object(activity.suggestedActions).actions)
    .map(({ title, value }) => ({ title: text(title), value: text(value) || text(title) }))
    .filter(({ title }) => title !== '');
}

function answerOf(activity: Json): { deadlines: Deadline[] } | null {
  const entity = list(activity.entities).find(({ type }) => type === 'signpost/answer');
  if (entity === undefined) return null;
  const deadlines = list(entity.deadlines)
    .map(({ label, date, counted }) => ({ label: text(label), date: text(date), counted: text(counted) }))
    .filter(({ date }) => /^\d{4}-\d\d-\d\d$/.test(date));
  return { deadlines };
}
