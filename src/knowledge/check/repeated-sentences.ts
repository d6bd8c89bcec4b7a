import type { Page } from '../schema/page.ts';
import { sentencesOf } from './plain-text.ts';

const LONG = 16;

/** Long sentences that stand word for word on several pages: when one is corrected, the others stay wrong. */
export function repeatedSentences(pages: Iterable<Page>): { sentence: string; files: string[] }[] {
  const files = new Map<string, string[]>();
  for (const { body, file } of pages) {
    for (const sentence of new Set(sentencesOf(body))) {
      if (sentence.split(' ').length < LONG) continue;
      files.set(sentence, [...(files.get(sentence) ?? []), file]);
    }
  }
  return [...files].flatMap(([sentence, where]) => (where.length > 1 ? [{ sentence, files: where }] : []));
}
