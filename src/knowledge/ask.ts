/** A question in, the words of curated pages out, with where they come from. */

import { fill } from '../shared/fill.ts';
import type { IsoDate, Topic } from '../shared/vocabulary.ts';
import { composeAnswer } from './find/compose-answer.ts';
import { outOfScope } from './find/scope.ts';
import { topicsOf } from './find/topics-of.ts';
import type { SearchSettings } from './schema/search-settings.ts';
import type { Hit, Search } from './search.ts';

export interface AskOptions {
  readonly search: Search;
  /** Slug of the family's council, or null. */
  readonly council: string | null;
  readonly today: IsoDate;
  /** What triage heard, best first. */
  readonly topics?: readonly Topic[];
}

export interface Asked {
  /** `outside`: plainly somebody else's business. `nothing`: ours perhaps, but no page answers it. */
  readonly found: 'pages' | 'nothing' | 'outside';
  /** Ids of the best pages, best first; empty when no page answers. */
  readonly pages: string[];
  /** Best first. */
  readonly topics: Topic[];
  /** The Markdown a parent would see. */
  readonly answer: string;
}

const MOST_PAGES = 5;

/** Never makes a sentence of fact: what it says is a page, or that there is none. */
export function ask(text: string, { search, council, today, topics = [] }: AskOptions): Asked {
  const { answerWording: wording, searchSettings: settings } = search.knowledge;
  const send = search.speaksOfSend(text);
  const somebodyElses = send ? null : outOfScope(text, settings);
  if (somebodyElses !== null) {
    return {
      found: 'outside',
      pages: [],
      topics: ['other'],
      answer: fill(wording.outOfScope, { who: somebodyElses }),
    };
  }
  const hits = search.search(text, { council, topics });
  const [best] = hits;
  // A message that speaks of special needs gets the nearest page, however much else it says.
  if (best === undefined || (!send && isChance(best, topics, settings))) {
    return {
      found: 'nothing',
      pages: [],
      topics: topics.length > 0 ? [...topics] : ['other'],
      answer: wording.nothingFound,
    };
  }
  const pages = hits.slice(0, MOST_PAGES);
  return {
    found: 'pages',
    pages: pages.map(({ page }) => page.id),
    topics: topicsOf(pages, topics),
    answer: composeAnswer(pages, { knowledge: search.knowledge, council, today }),
  };
}

function isChance({ score, share }: Hit, heard: readonly Topic[], settings: SearchSettings): boolean {
  const weak = heard[0] === 'other' ? 2 * settings.weak : settings.weak;
  return share < settings.threshold || (share < 0.5 && score < weak);
}
