/**
 * Reads a conversation in the Bot Framework's transcript notation, so that an adviser can write one:
 *
 *     council=dudley
 *     today=2026-11-23
 *     time=10:00
 *     advisers=Sam, Priya (away)
 *
 *     > a remark
 *     user: a person please
 *     bot: For a person who is independent ...
 *     [SuggestedActions=Yes, share it|Only from now on]
 *     Sam: [takes the case]
 *     Sam: Hello, what does the letter say?
 *     [10 minutes later]
 *     Sam: [ends the talk]
 *
 * In a bot's line `...` stands for anything. A message without a text is `user: [Attachment]`;
 * `[Restart]` on a line of its own closes the service and opens it again on the same storage.
 *
 * Who has an adviser's account stands in the header; `Sam of leicester` for another council, or where none is
 * given. After a name stands what the adviser says to the family, or in brackets what they do: takes the case,
 * opens the case, hands over to NAME, puts the case back, ends the talk, closes the case: OUTCOME, goes away,
 * is there again, sees: WHAT, WHAT. A line of the family that no line of the bot follows was met with silence.
 */
import type { NewAdviser } from './advisers-at-work.ts';

export type ChatLine =
  | { readonly who: 'user'; readonly text: string; readonly line: number }
  | {
      readonly who: 'bot';
      readonly text: string;
      readonly buttons: readonly string[] | null;
      readonly line: number;
    }
  | { readonly who: 'adviser'; readonly name: string; readonly text: string; readonly line: number }
  | { readonly who: 'clock'; readonly minutes: number; readonly line: number }
  | { readonly who: 'restart'; readonly line: number };

export interface ChatFile {
  readonly council: string | null;
  readonly today: string;
  readonly time: string;
  readonly advisers: readonly NewAdviser[];
  readonly lines: readonly ChatLine[];
}

const LATER = /^\[(\d+) (minute|hour)s? later\]$/;

export function parseChat(source: string): ChatFile {
  const header = new Map<string, string>();
  const lines: { who: string; text: string[]; line: number }[] = [];
  source.split('\n').forEach((raw, index) => {
    const line = index + 1;
    if (raw.startsWith('>')) return;
    const head = lines.length === 0 ? /^(\w+)=(.*)$/.exec(raw) : null;
    const start = /^(user|bot|[A-Z][a-z]+):\s?(.*)$/.exec(raw);
    const speaks = start !== null && (/^(?:user|bot)$/.test(start[1] ?? '') || isNamed(start[1], header));
    if (head !== null) header.set(head[1] ?? '', head[2] ?? '');
    else if (raw === '[Restart]') lines.push({ who: '[Restart]', text: [], line });
    else if (LATER.test(raw)) lines.push({ who: '[Later]', text: [raw], line });
    else if (speaks) lines.push({ who: start[1] ?? '', text: [start[2] ?? ''], line });
    else lines.at(-1)?.text.push(raw);
  });
  const today = header.get('today');
  if (today === undefined) throw new Error('the conversation does not say which day it is: today=2026-11-21');
  const council = header.get('council') ?? null;
  return {
    council,
    today,
    time: header.get('time') ?? '10:00',
    advisers: named(header).map((one) => toAdviser(one, council)),
    lines: lines.map(toLine),
  };
}

function named(header: ReadonlyMap<string, string>): string[] {
  return (header.get('advisers') ?? '').split(/,\s*/).filter((one) => one !== '');
}

function isNamed(name: string | undefined, header: ReadonlyMap<string, string>): boolean {
  return named(header).some((one) => one.split(' ')[0] === name);
}

function toAdviser(text: string, council: string | null): NewAdviser {
  const [, name = '', of, away] = /^(\w+)(?: of ([\w-]+))?( \(away\))?$/.exec(text) ?? [];
  const theirs = of ?? council;
  if (name === '' || theirs === null) throw new Error(`an adviser needs a name and a council: ${text}`);
  return { name, council: theirs, atWork: away === undefined };
}

function toLine({ who, text, line }: { who: string; text: string[]; line: number }): ChatLine {
  if (who === '[Restart]') return { who: 'restart', line };
  if (who === '[Later]') {
    const [, count, unit] = LATER.exec(text[0] ?? '') ?? [];
    return { who: 'clock', minutes: Number(count) * (unit === 'hour' ? 60 : 1), line };
  }
  if (who === 'user') return { who, text: invisible(text.join('\n').trim()), line };
  if (who !== 'bot') return { who: 'adviser', name: who, text: text.join('\n').trim(), line };
  const buttons = text
    .map((one) => /^\[SuggestedActions=(.*)\]$/.exec(one)?.[1])
    .find((one) => one !== undefined);
  const said = text.filter((one) => !one.startsWith('[SuggestedActions=')).join('\n');
  return { who: 'bot', text: said.trim(), buttons: buttons === undefined ? null : buttons.split('|'), line };
}

/** `\u200b` in a file is the invisible character itself. */
function invisible(text: string): string {
  return text.replace(/\\u\{?([0-9a-f]{4,6})\}?/gi, (_, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  );
}

/** Whether a message is what the file expects; line breaks and runs of spaces count alike. */
export function fits(message: string, expected: string): boolean {
  const pattern = flat(expected)
    .split('...')
    .map((part) => part.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*?');
  return new RegExp(`^${pattern}$`, 's').test(flat(message));
}

/** The words of a message without its Markdown: what a reader sees. */
export function flat(text: string): string {
  return text
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, '$1')
    .replace(/\*\*|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])/g, '')
    .replace(/\\([\\`*_{}[\]()#+.!|<>~-])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
