import { STAFF_COMMANDS, type StaffCommand, type StaffWording } from './wording.ts';

export type Heard =
  | { readonly type: 'command'; readonly command: StaffCommand; readonly words: string }
  /** No command: for the family of the adviser's case, or a situation to look up. */
  | { readonly type: 'words'; readonly text: string };

/** What may follow a command: nothing, words without which it means nothing, or words if they like. */
const FOLLOWS: Readonly<Record<StaffCommand, 'nothing' | 'words' | 'maybe'>> = {
  'look-up': 'maybe',
  deadlines: 'maybe',
  contacts: 'maybe',
  queue: 'nothing',
  mine: 'nothing',
  'on-duty': 'nothing',
  'off-duty': 'nothing',
  help: 'nothing',
  'post-here': 'maybe',
  'stop-posting': 'nothing',
  switch: 'words',
  note: 'words',
  transfer: 'words',
  'give-back': 'nothing',
  finish: 'nothing',
  close: 'words',
};

/** These greet a family as often as they ask for help. */
const NOT_IN_A_TALK = new Set(['hello', 'hi', 'help']);

/**
 * A command, or words. While the adviser talks to a family (`inTalk`), words after a command count only
 * behind a colon: "Note that the letter wins" is for the family, "note: rang the school" is not.
 */
export function hear(text: string, wording: StaffWording, inTalk: boolean): Heard {
  const said = text.trim();
  for (const command of STAFF_COMMANDS) {
    for (const phrase of wording.commands[command].words) {
      if (inTalk && NOT_IN_A_TALK.has(phrase)) continue;
      const rest = after(said, phrase);
      if (rest === null) continue;
      const { colon, words } = rest;
      const follows = FOLLOWS[command];
      if (words === '') {
        if (follows !== 'words') return { type: 'command', command, words };
      } else if (follows !== 'nothing' && (colon || !inTalk || command === 'switch')) {
        return { type: 'command', command, words };
      }
    }
  }
  return { type: 'words', text: said };
}

function after(said: string, phrase: string): { colon: boolean; words: string } | null {
  const start = said.slice(0, phrase.length).toLowerCase();
  const rest = said.slice(phrase.length);
  if (start !== phrase || !/^($|[\s:.?!])/.test(rest)) return null;
  return { colon: /^\s*:/.test(rest), words: rest.replace(/^[\s:.?!]+/, '').trim() };
}
