/** Every web address of a Markdown text, as written: in links, and bare. */
export function urlsIn(markdown: string): string[] {
  const linked = [...markdown.matchAll(/\]\(<([^>]+)>\)|\]\(((?:https?:)[^()\s]*)\)/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
  const bare =
    markdown.replace(/\]\((?:<[^>]+>|[^()\s]*)\)/g, ' ').match(/https?:\/\/[^\s<>)\]*]+[^\s<>)\]*.,;:]/g) ??
    [];
  return [...linked, ...bare];
}
