import type { Topic } from '../../shared/vocabulary.ts';
import type { Hit } from '../search.ts';

/** What a question is about, by the pages that answer it best; what triage heard counts as one more page. */
export function topicsOf(hits: readonly Hit[], heard: readonly Topic[]): Topic[] {
  const votes = new Map<Topic, number>();
  const vote = (topics: readonly Topic[], weight: number) => {
    topics.forEach((topic, rank) => {
      votes.set(topic, (votes.get(topic) ?? 0) + weight / (rank + 1));
    });
  };
  const top = hits[0]?.score ?? 1;
  hits.forEach(({ page, score }, rank) => {
    vote(page.topics, score / top / (rank + 1));
  });
  vote(heard, 1);
  return [...votes].sort(([, a], [, b]) => b - a).map(([topic]) => topic);
}
