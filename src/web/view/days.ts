import { el, type ViewNode } from './node.ts';

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
const DAY = new RegExp(`(?:[MTWFS][a-z]+day )?(\\d{1,2}) (${MONTHS}) (\\d{4})`, 'g');
const NAMES = MONTHS.split('|');

/** Text with every day in it ("Tuesday 3 March 2026") marked as a time that programs can read. */
export function withDays(text: string): ViewNode[] {
  const nodes: ViewNode[] = [];
  let end = 0;
  for (const match of text.matchAll(DAY)) {
    const [whole, day = '', month = '', year = ''] = match;
    const number = String(NAMES.indexOf(month) + 1);
    if (match.index > end) nodes.push(text.slice(end, match.index));
    nodes.push(el('time', { datetime: `${year}-${number.padStart(2, '0')}-${day.padStart(2, '0')}` }, whole));
    end = match.index + whole.length;
  }
  if (end < text.length) nodes.push(text.slice(end));
  return nodes;
}
