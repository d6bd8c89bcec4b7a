import { type Document, isMap, isScalar, isSeq, type LineCounter, type Node } from 'yaml';

export type Path = readonly PropertyKey[];

/**
 * The line on which `path` stands in a YAML document; for a key that is not there, the line of the
 * nearest thing around it. Counts from 1.
 */
export function lineOf(document: Document, counter: LineCounter, path: Path): number {
  let node: unknown = document.contents;
  let start = (node as Node | null)?.range?.[0] ?? 0;
  for (const segment of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(segment));
      if (pair === undefined) break;
      // The key's own line: a nested value begins one line below it.
      start = (pair.key as Node).range?.[0] ?? start;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(segment)] as Node | undefined;
      if (item === undefined) break;
      start = item.range?.[0] ?? start;
      node = item;
    } else break;
  }
  return Math.max(1, counter.linePos(start).line);
}
