import type { IsoDate } from '../../shared/vocabulary.ts';
import type { Knowledge } from '../knowledge.ts';

export interface Stale {
  readonly file: string;
  readonly title: string;
  readonly reviewed: IsoDate;
  readonly reviewBy: IsoDate;
}

/** Pages whose review is overdue on that day, the longest overdue first. */
export function stale(knowledge: Knowledge, today: IsoDate): Stale[] {
  return [knowledge.national, ...knowledge.local.values()]
    .flatMap((pages) => [...pages.values()])
    .filter(({ reviewBy }) => reviewBy < today)
    .map(({ file, title, reviewed, reviewBy }) => ({ file, title, reviewed, reviewBy }))
    .sort((a, b) => a.reviewBy.localeCompare(b.reviewBy) || a.file.localeCompare(b.file));
}
