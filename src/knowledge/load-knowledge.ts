import { type Finding, KnowledgeError } from './finding.ts';
import type { Knowledge } from './knowledge.ts';
import { advisersByCouncil } from './load/advisers-by-council.ts';
import { crossCheck } from './load/cross-check.ts';
import { diskFolder, type Folder } from './load/folder.ts';
import { type Parts, readParts } from './load/parts.ts';
import type { Page } from './schema/page.ts';

export type Loaded =
  | { readonly knowledge: Knowledge; readonly findings?: undefined }
  | { readonly knowledge?: undefined; readonly findings: readonly Finding[] };

/** Loads and checks all content of `dir`: whole, or not at all and then every mistake found. */
export function loadKnowledge(dir: string, folder: Folder = diskFolder(dir)): Loaded {
  const findings: Finding[] = [];
  const report = (finding: Finding) => findings.push(finding);
  const parts = readParts(folder, report);
  crossCheck(parts, report);
  const knowledge = findings.length === 0 ? assemble(parts) : null;
  return knowledge === null ? { findings } : { knowledge };
}

/** The same for a caller that cannot go on without. @throws KnowledgeError with every mistake found */
export function requireKnowledge(dir: string, folder: Folder = diskFolder(dir)): Knowledge {
  const loaded = loadKnowledge(dir, folder);
  if (loaded.findings !== undefined) throw new KnowledgeError(loaded.findings);
  return loaded.knowledge;
}

function assemble(parts: Parts): Knowledge | null {
  const { taxonomy, bodies, clocks, bankHolidays, contactWording, answerWording } = parts;
  const { synonyms, searchSettings, advisers } = parts;
  if (taxonomy === null || bodies === null || clocks === null || bankHolidays === null) return null;
  if (contactWording === null || answerWording === null) return null;
  if (synonyms === null || searchSettings === null || advisers === null) return null;
  const councils = [...parts.councils].flatMap(([slug, { council }]) =>
    council === null ? [] : [[slug, council.value] as const],
  );
  return {
    taxonomy: taxonomy.value,
    councils: new Map(councils),
    logos: new Map([...parts.councils].flatMap(([slug, { logo }]) => (logo === null ? [] : [[slug, logo]]))),
    bodies: new Map(bodies.value.bodies.map((body) => [body.id, body])),
    clocks: new Map(clocks.value.clocks.map((clock) => [clock.id, clock])),
    routes: new Map(
      [...parts.routes.values()].flatMap((file) => (file ? [[file.value.topic, file.value]] : [])),
    ),
    national: pagesById(parts.national),
    local: new Map([...parts.councils].map(([slug, { pages }]) => [slug, pagesById(pages)])),
    bankHolidays: new Set(bankHolidays.value.days),
    advisers: advisersByCouncil(advisers.value, parts.councils),
    contactWording: contactWording.value,
    answerWording: answerWording.value,
    synonyms: synonyms.value,
    searchSettings: searchSettings.value,
  };
}

function pagesById(pages: Parts['national']): ReadonlyMap<string, Page> {
  return new Map([...pages].flatMap(([id, page]) => (page === null ? [] : [[id, page.value] as const])));
}
