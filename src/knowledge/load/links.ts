/** Every web address in a Markdown text, as written. */
export function webAddresses(markdown: string): { url: string; at: number }[] {
  return [...markdown.matchAll(/https?:\/\/[^\s<>"'`\]]+/g)].map((match) => ({
    url: withoutTail(match[0]),
    at: match.index,
  }));
}

/** Leaves out what belongs to the sentence and not to the address: a full stop, the bracket of a link. */
function withoutTail(address: string): string {
  let url = address;
  for (;;) {
    const shorter = url.replace(/[.,;:!?*_]+$/, '');
    const unopened = shorter.endsWith(')') && count(shorter, ')') > count(shorter, '(');
    const next = unopened ? shorter.slice(0, -1) : shorter;
    if (next === url) return url;
    url = next;
  }
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
