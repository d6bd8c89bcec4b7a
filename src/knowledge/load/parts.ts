/** Everything that could be read from the folder, each part with its lines, before it is put together. */
import { z } from 'zod';
import type { Report } from '../finding.ts';
import { Advisers, CouncilAdvisers } from '../schema/advisers.ts';
import { BankHolidays } from '../schema/bank-holidays.ts';
import { Clock } from '../schema/clock.ts';
import { NationalBody } from '../schema/contact.ts';
import { Council } from '../schema/council.ts';
import { RouteFile } from '../schema/route.ts';
import { SearchSettings, Synonyms } from '../schema/search-settings.ts';
import { Taxonomy } from '../schema/taxonomy.ts';
import { AnswerWording, ContactWording } from '../schema/wording.ts';
import type { Folder } from './folder.ts';
import { type ReadPage, readPage } from './read-page.ts';
import { type Read, readYaml } from './read-yaml.ts';

export interface Parts {
  readonly taxonomy: Read<Taxonomy> | null;
  readonly bodies: Read<{ bodies: NationalBody[] }> | null;
  readonly clocks: Read<{ clocks: Clock[] }> | null;
  readonly bankHolidays: Read<BankHolidays> | null;
  readonly advisers: Read<Advisers> | null;
  readonly contactWording: Read<ContactWording> | null;
  readonly answerWording: Read<AnswerWording> | null;
  readonly synonyms: Read<Synonyms> | null;
  readonly searchSettings: Read<SearchSettings> | null;
  /** By file name without ending; null where the file has mistakes. */
  readonly routes: ReadonlyMap<string, Read<RouteFile> | null>;
  readonly national: ReadonlyMap<string, ReadPage | null>;
  readonly councils: ReadonlyMap<string, CouncilParts>;
}

export interface CouncilParts {
  council: Read<Council> | null;
  /** Null where the council has no file of its own, or the file has mistakes. */
  advisers: Read<CouncilAdvisers> | null;
  logo: string | null;
  readonly pages: Map<string, ReadPage | null>;
}

/** Reads every file once and reports what does not fit its schema or its place. */
export function readParts(folder: Folder, report: Report): Parts {
  const paths = folder.list();
  const present = new Set(paths);
  const one = <T>(file: string, schema: z.ZodType<T>): Read<T> | null => {
    if (present.has(file)) return readYaml(file, folder.read(file), schema, report);
    report(misplaced(file, 'This file is missing.', 'Put it back.'));
    return null;
  };
  const routes = new Map<string, Read<RouteFile> | null>();
  const national = new Map<string, ReadPage | null>();
  const councils = new Map<string, CouncilParts>();
  for (const file of paths) {
    const [room = '', first = '', second] = file.split('/');
    if (room === 'pathways' && first.endsWith('.yaml') && second === undefined) {
      routes.set(stem(first), readYaml(file, folder.read(file), RouteFile, report));
    } else if (room === 'national' && first.endsWith('.md') && second === undefined) {
      national.set(stem(first), readPage(file, folder.read(file), null, report));
    } else if (room === 'councils' && second !== undefined) {
      const parts: CouncilParts = councils.get(first) ?? {
        council: null,
        advisers: null,
        logo: null,
        pages: new Map(),
      };
      councils.set(first, parts);
      if (second === 'council.yaml') parts.council = readYaml(file, folder.read(file), Council, report);
      else if (second === 'advisers.yaml') {
        parts.advisers = readYaml(file, folder.read(file), CouncilAdvisers, report);
      } else if (second === 'logo.svg') parts.logo = folder.read(file);
      else if (second.endsWith('.md')) {
        parts.pages.set(stem(second), readPage(file, folder.read(file), first, report));
      } else
        report(
          misplaced(
            file,
            'This file is not read.',
            'Name pages NAME.md, the council council.yaml, its advisers advisers.yaml.',
          ),
        );
    } else if (['pathways', 'national', 'councils'].includes(room)) {
      report(misplaced(file, 'This file is not read.', 'Check its name, its ending and its folder.'));
    }
  }
  for (const [slug, { council, logo }] of councils) {
    const file = `councils/${slug}/council.yaml`;
    checkLogo(slug, council, logo, report);
    if (council === null && !present.has(file)) {
      report(misplaced(file, 'This file is missing.', 'Every council folder needs it.'));
    }
  }
  return {
    taxonomy: one('taxonomy.yaml', Taxonomy),
    bodies: one('national-bodies.yaml', z.strictObject({ bodies: z.array(NationalBody) })),
    clocks: one('clocks.yaml', z.strictObject({ clocks: z.array(Clock) })),
    bankHolidays: one('bank-holidays.yaml', BankHolidays),
    advisers: one('advisers.yaml', Advisers),
    contactWording: one('contact-wording.yaml', ContactWording),
    answerWording: one('answer-wording.yaml', AnswerWording),
    synonyms: one('synonyms.yaml', Synonyms),
    searchSettings: one('search.yaml', SearchSettings),
    routes,
    national,
    councils,
  };
}

/** The chat's whole weight is promised to be small, and a logo is part of it. */
const MOST_LOGO = 4_000;

function checkLogo(slug: string, council: Read<Council> | null, logo: string | null, report: Report): void {
  const file = `councils/${slug}/logo.svg`;
  if (logo !== null && logo.length > MOST_LOGO) {
    report(misplaced(file, 'This logo is over 4,000 characters.', 'Have it simplified.'));
  }
  if (council?.value.look.logo === undefined || logo !== null) return;
  report(misplaced(file, 'council.yaml names this logo, and it is missing.', 'Add it, or take `logo` out.'));
}

function stem(name: string): string {
  return name.replace(/\.[a-z]+$/, '');
}

function misplaced(file: string, message: string, fix: string) {
  return { level: 'error', file, line: 1, field: '', message, fix } as const;
}
