/**
 * Reads a conversation in the Bot Framework's transcript notation, so that an adviser can write one:
 *
 *     council=dudley
 *     today=2026-11-21
 *
 *     > a remark
 *     user: they refused to assess him
 *     bot: It sounds as if ...
 *     [SuggestedActions=I don't have it to hand]
 *
 * In a bot's line `...` stands for anything. A message without a text is `user: [Attachment]`;
 * `[Restart]` on a line of its own closes the service and opens it again on the same storage.
 */
export type ChatLine =
  | { readonly who: 'user'; readonly text: string; readonly line: number }
  | {
      readonly who: 'bot';
      readonly text: string;
      readonly buttons: readonly string[] | null;
      readonly line: number;
    }
  | { readonly who: 'restart'; readonly line: number };

export interface ChatFile {
  readonly council: string | null;
  readonly today: string;
  readonly lines: readonly ChatLine[];
}

export function parseChat(source: string): ChatFile {
  const header = new Map<string, string>();
  const lines: { who: string; text: string[]; line: number }[] = [];
  source.split('\n').forEach((raw, index) => {
    const line = index + 1;
    if (raw.startsWith('>')) return;
    const head = lines.length === 0 ? /^(\w+)=(.*)$/.exec(raw) : null;
    const start = /^(user|bot):\s?(.*)$/.exec(raw);
    if (head !== null) header.set(head[1] ?? '', head[2] ?? '');
    else if (raw === '[Restart]') lines.push({ who: 'restart', text: [], line });
    else if (start !== null) lines.push({ who: start[1] ?? '', text: [start[2] ?? ''], line });
    else lines.at(-1)?.text.push(raw);
  });
  const today = header.get('today');
  if (today === undefined) throw new Error('the conversation does not say which day it is: today=2026-11-21');
  return { council: header.get('council') ?? null, today, lines: lines.map(toLine) };
}

function toLine({ who, text, line }: { who: string; text: string[]; line: number }): ChatLine {
  if (who === 'restart') return { who, line };
  if (who === 'user') return { who, text: invisible(text.join('\n').trim()), line };
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
