/** What a member of staff sent, made out of the activity's many shapes. */
import { z } from 'zod';
import { Submit } from '../../../staff/submit.ts';
import { type ChannelActivity, ownNames, withOwnNames } from '../channel-activity.ts';

export type Incoming =
  | { readonly type: 'words'; readonly text: string }
  /** Null: a button that could not be read. */
  | { readonly type: 'submit'; readonly submit: Submit | null }
  | { readonly type: 'edited' }
  /** A picture or a file, without words. */
  | { readonly type: 'no-words' }
  /** The bot was added here. */
  | { readonly type: 'added' }
  /** The bot was taken out. */
  | { readonly type: 'removed' }
  | { readonly type: 'nothing' };

const Update = z.looseObject({ action: z.string().nullish(), value: z.unknown() });

export function incomingOf(activity: ChannelActivity): Incoming {
  switch (activity.type) {
    case 'conversationUpdate': {
      const added = (activity.membersAdded ?? []).some(({ id }) => id === activity.recipient.id);
      return { type: added ? 'added' : 'nothing' };
    }
    case 'installationUpdate': {
      const { data } = Update.safeParse(activity);
      return { type: data?.action?.startsWith('remove') === true ? 'removed' : 'nothing' };
    }
    case 'messageUpdate':
      return { type: 'edited' };
    case 'message': {
      const value: unknown = activity.value;
      if (value !== undefined && value !== null)
        return { type: 'submit', submit: Submit.safeParse(value).data ?? null };
      const text = unescaped(withOwnNames(activity, ownNames(activity)).text ?? '');
      return text === '' ? { type: 'no-words' } : { type: 'words', text };
    }
    default:
      return { type: 'nothing' };
  }
}

const NAMED: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&amp;': '&',
};

/** Teams writes a few characters as HTML does, after a mention above all. */
function unescaped(text: string): string {
  return text.replace(/&(?:nbsp|lt|gt|quot|amp);/g, (name) => NAMED[name] ?? name).trim();
}
