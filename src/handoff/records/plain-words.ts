/** Text for a file or a mail that is read as it stands. */
import MarkdownIt, { type Token } from 'markdown-it';

const reader = new MarkdownIt('commonmark', { html: false });
/** Marks that move a cursor or turn the reading direction: they could make a record read as what it is not. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** What somebody typed: their words and line breaks as they were, and no control characters. */
export function typedWords(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/[\r\u2028\u2029]/g, '\n')
    .replace(UNSEEN, (mark) => (mark === '\n' || mark === '\t' ? mark : ''))
    .trimEnd();
}

/**
 * Markdown as plain text: a link becomes its words and its address, a list keeps its marks. A number to ring
 * stands in its words already.
 */
export function plainWords(markdown: string): string {
  const blocks: string[] = [];
  const lists: (number | null)[] = [];
  let mark = '';
  for (const token of reader.parse(typedWords(markdown), {})) {
    switch (token.type) {
      case 'bullet_list_open':
        lists.push(null);
        break;
      case 'ordered_list_open':
        lists.push(Number(token.attrGet('start') ?? 1));
        break;
      case 'bullet_list_close':
      case 'ordered_list_close':
        lists.pop();
        break;
      case 'list_item_open': {
        const number = lists.pop() ?? null;
        mark = `${'  '.repeat(lists.length)}${number === null ? '-' : `${number}.`} `;
        lists.push(number === null ? null : number + 1);
        break;
      }
      case 'inline': {
        const [first = '', ...rest] = inlineWords(token.children ?? []).split('\n');
        const indent = ' '.repeat(lists.length === 0 ? 0 : mark.length || 2 * lists.length);
        blocks.push(
          [mark === '' ? `${indent}${first}` : `${mark}${first}`, ...rest.map((line) => indent + line)].join(
            '\n',
          ),
        );
        mark = '';
        break;
      }
      case 'code_block':
      case 'fence':
        blocks.push(token.content.trimEnd());
        break;
      default:
    }
  }
  return blocks.join('\n\n').replace(/\n\n(?= *(?:-|\d+\.) )/g, '\n');
}

const digits = (text: string) => text.replace(/\D/g, '');

function inlineWords(tokens: readonly Token[]): string {
  let words = '';
  let address: { readonly url: string; readonly from: number } | null = null;
  for (const token of tokens) {
    switch (token.type) {
      case 'softbreak':
      case 'hardbreak':
        words += '\n';
        break;
      case 'link_open':
        address = { url: String(token.attrGet('href') ?? ''), from: words.length };
        break;
      case 'link_close': {
        const said = address === null ? '' : words.slice(address.from);
        const url = address?.url.replace(/^(?:mailto|tel):/, '') ?? '';
        const called = address?.url.startsWith('tel:') === true && digits(said).startsWith(digits(url));
        if (!called && said !== url) words += ` (${url})`;
        address = null;
        break;
      }
      default:
        words += token.content;
    }
  }
  return words;
}
