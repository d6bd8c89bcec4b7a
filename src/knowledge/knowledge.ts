/** All curated content, loaded and checked: plain data that the other rooms read. */

import type { Topic } from '../shared/vocabulary.ts';
import type { Advisers } from './schema/advisers.ts';
import type { Clock } from './schema/clock.ts';
import type { NationalBody } from './schema/contact.ts';
import type { Council } from './schema/council.ts';
import type { Page } from './schema/page.ts';
import type { RouteFile } from './schema/route.ts';
import type { SearchSettings, Synonyms } from './schema/search-settings.ts';
import type { Taxonomy } from './schema/taxonomy.ts';
import type { AnswerWording, ContactWording } from './schema/wording.ts';

export interface Knowledge {
  readonly taxonomy: Taxonomy;
  readonly councils: ReadonlyMap<string, Council>;
  /** Logos as SVG, by slug; shown only where `look.logo` asks for it. */
  readonly logos: ReadonlyMap<string, string>;
  readonly bodies: ReadonlyMap<string, NationalBody>;
  readonly clocks: ReadonlyMap<string, Clock>;
  readonly routes: ReadonlyMap<Topic, RouteFile>;
  /** National pages by id. */
  readonly national: ReadonlyMap<string, Page>;
  /** A council's own pages, by slug and then by id. */
  readonly local: ReadonlyMap<string, ReadonlyMap<string, Page>>;
  /** Bank holidays of England and Wales, `YYYY-MM-DD`. */
  readonly bankHolidays: ReadonlySet<string>;
  /** When a council's advisers are there, and how long a family waits; the defaults for one without a file. */
  readonly advisers: (council: string) => Advisers;
  readonly contactWording: ContactWording;
  readonly answerWording: AnswerWording;
  readonly synonyms: Synonyms;
  readonly searchSettings: SearchSettings;
}
