import { inline } from './inline.ts';
import { el, type ViewElement, type ViewNode } from './node.ts';

interface Item {
  readonly ordered: boolean;
  readonly start: number;
  readonly deep: boolean;
  readonly words: string;
}

/**
 * The Markdown that the service writes: paragraphs, headings as bold paragraphs, lists one level deep,
 * bold, emphasis, links. What is not known is shown as it stands.
 */
export function markdown(text: string): ViewElement[] {
  return text
    .replaceAll('\r', '')
    .split(/\n{2,}/)
    .filter((block) => block.trim() !== '')
    .flatMap((block) => blockOf(block.split('\n')));
}

function blockOf(lines: readonly string[]): ViewElement[] {
  const made: ViewElement[] = [];
  let paragraph: string[] = [];
  let items: Item[] = [];
  const close = () => {
    if (paragraph.length > 0) made.push(el('p', {}, ...inline(paragraph.join('\n'))));
    if (items.length > 0) made.push(...listsOf(items));
    paragraph = [];
    items = [];
  };
  for (const line of lines) {
    const item = readItem(line);
    const heading = /^#{1,6} +(.*)$/.exec(line);
    if (item !== null) {
      if (paragraph.length > 0) close();
      items.push(item);
    } else if (heading !== null) {
      close();
      made.push(el('p', {}, el('strong', {}, ...inline(heading[1] ?? ''))));
    } else {
      const last = items.pop();
      if (last === undefined) paragraph.push(line);
      else items.push({ ...last, words: `${last.words} ${line.trim()}` });
    }
  }
  close();
  return made;
}

function readItem(line: string): Item | null {
  const match = /^( *)(?:(\d{1,9})[.)]|[-*+]) +(.*)$/.exec(line);
  if (match === null) return null;
  const [, indent = '', number, words = ''] = match;
  return { ordered: number !== undefined, start: Number(number ?? 1), deep: indent.length > 1, words };
}

function listsOf(items: readonly Item[]): ViewElement[] {
  const [first, ...rest] = items;
  if (first === undefined) return [];
  const end = rest.findIndex((item) => !item.deep && item.ordered !== first.ordered);
  const here = end < 0 ? items : items.slice(0, end + 1);
  const entries: { words: string; below: Item[] }[] = [];
  for (const item of here) {
    const last = entries.at(-1);
    if (item.deep && last !== undefined) last.below.push({ ...item, deep: false });
    else entries.push({ words: item.words, below: [] });
  }
  const list = el(
    first.ordered ? 'ol' : 'ul',
    { start: first.ordered && first.start !== 1 ? String(first.start) : undefined },
    ...entries.map(({ words, below }): ViewNode => el('li', {}, ...inline(words), ...listsOf(below))),
  );
  return [list, ...listsOf(items.slice(here.length))];
}
