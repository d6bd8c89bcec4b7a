import type { ViewNode } from './node.ts';

const VOID = new Set(['br', 'input', 'img']);
const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text or an attribute's value, with nothing in it that HTML would read. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? '');
}

/** The same picture as `to-nodes.ts` makes in a browser. */
export function toHtml(nodes: readonly ViewNode[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return escapeHtml(node);
      const attributes = Object.entries(node.attributes).map(([name, value]) => {
        if (value === undefined || value === false) return '';
        return value === true ? ` ${name}` : ` ${name}="${escapeHtml(value)}"`;
      });
      const open = `<${node.tag}${attributes.join('')}>`;
      return VOID.has(node.tag) ? open : `${open}${toHtml(node.children)}</${node.tag}>`;
    })
    .join('');
}
