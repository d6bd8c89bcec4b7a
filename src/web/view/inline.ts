import { withDays } from './days.ts';
import { el, type ViewNode } from './node.ts';
import { WORDS } from './words.ts';

/** An escaped sign, bold, emphasis, or a link to where links may go. Nothing else has a meaning. */
const INLINE =
  /\\([\\`*_{}[\]()#+.!|<>~-])|\*\*((?:\\.|[^*\\])+)\*\*|\*(?!\s)((?:\\.|[^*\\])+)\*|\[((?:\\.|[^\]\\])+)\]\((?:<((?:https?:\/\/|tel:|mailto:)[^>\s]+)>|((?:https?:\/\/|tel:|mailto:)[^)\s]+))\)/g;

/** One line of Markdown as nodes; a line break inside it stays one. */
export function inline(text: string): ViewNode[] {
  const nodes: ViewNode[] = [];
  let words = '';
  let end = 0;
  const flush = () => {
    words.split('\n').forEach((line, index) => {
      if (index > 0) nodes.push(el('br'));
      nodes.push(...withDays(line));
    });
    words = '';
  };
  for (const match of text.matchAll(INLINE)) {
    words += text.slice(end, match.index);
    end = match.index + match[0].length;
    const [, sign, bold, emphasis, label = '', bracketed, bare] = match;
    if (sign !== undefined) words += sign;
    else {
      flush();
      if (bold !== undefined) nodes.push(el('strong', {}, ...inline(bold)));
      else if (emphasis !== undefined) nodes.push(el('em', {}, ...inline(emphasis)));
      else nodes.push(link(label, bracketed ?? bare ?? ''));
    }
  }
  words += text.slice(end);
  flush();
  return nodes;
}

function link(label: string, href: string): ViewNode {
  if (!href.startsWith('http')) return el('a', { href }, ...inline(label));
  return el(
    'a',
    { href, target: '_blank', rel: 'noopener noreferrer' },
    ...inline(label),
    el('span', { class: 'vh' }, WORDS.newTab),
  );
}
