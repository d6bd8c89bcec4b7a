/** What a button or the message box of the chat's form asks for; the same with and without script. */
export type Asked =
  | { readonly type: 'say'; readonly text: string }
  | {
      readonly type: 'rate';
      readonly value: { readonly of: string; readonly about: string; readonly helped: string };
    }
  | { readonly type: 'calendar'; readonly id: string; readonly date: string };

export function askedOf(name: string, value: string): Asked | null {
  switch (name) {
    case 'choice':
    case 'text':
      return { type: 'say', text: value };
    case 'rating': {
      const [helped = '', about = '', of = ''] = value.split(' ');
      return { type: 'rate', value: { of, about, helped } };
    }
    case 'calendar': {
      const [id = '', date = ''] = value.split(' ');
      return { type: 'calendar', id, date };
    }
    default:
      return null;
  }
}

/** The Direct Line activity of it. The same rating twice is one: its client id says so. */
export function activityOf(asked: Exclude<Asked, { type: 'calendar' }>, clientActivityID: string) {
  return asked.type === 'say'
    ? { type: 'message', text: asked.text, channelData: { clientActivityID } }
    : {
        type: 'event',
        name: 'rating',
        value: asked.value,
        channelData: { clientActivityID: `rating ${asked.value.of}` },
      };
}
