/** Everything that can be said about the content before a family reads it. */
import type { IsoDate } from '../shared/vocabulary.ts';
import { checkPageWords, type PageText } from './check/check-page-words.ts';
import { checkRouteWords } from './check/check-route-words.ts';
import { readingGrade } from './check/reading-grade.ts';
import { repeatedSentences } from './check/repeated-sentences.ts';
import type { Finding } from './finding.ts';
import { diskFolder, type Folder } from './load/folder.ts';
import { type Parts, readParts } from './load/parts.ts';
import { readYaml } from './load/read-yaml.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { BannedWords } from './schema/banned-words.ts';

export interface Checked {
  /** Errors first. */
  readonly findings: readonly Finding[];
  /** Flesch-Kincaid grade of each page, the hardest first. */
  readonly grades: readonly { readonly file: string; readonly grade: number }[];
}

/** Checks schemas, references, reviews and words. Where the content does not load, only that is reported. */
export function checkKnowledge(dir: string, today: IsoDate, folder: Folder = diskFolder(dir)): Checked {
  const loaded = loadKnowledge(dir, folder);
  if (loaded.findings !== undefined) return { findings: loaded.findings, grades: [] };
  const findings: Finding[] = [];
  const report = (finding: Finding) => findings.push(finding);
  const parts = readParts(folder, report);
  const banned = readYaml('banned-words.yaml', folder.read('banned-words.yaml'), BannedWords, report);
  const texts = textsOf(parts);
  for (const text of texts) {
    if (banned !== null) checkPageWords(text, loaded.knowledge, banned.value, report);
    const { page, reviewLine } = text;
    if (page.reviewBy < today) {
      const message = `The review was due by ${page.reviewBy}.`;
      const fix = 'Read the sources again, correct the page, and set both review dates.';
      report({ level: 'warning', file: page.file, line: reviewLine, field: 'reviewBy', message, fix });
    }
  }
  if (banned !== null) checkRouteWords(parts.routes, banned.value, report);
  for (const { sentence, files } of repeatedSentences(texts.map(({ page }) => page))) {
    const [file = '', other = ''] = files;
    const message = `"${sentence}" is on ${files.length} pages, as on ${other}.`;
    const fix = 'When you change it here, change it there too, or say it on one page only.';
    report({ level: 'warning', file, line: 1, field: 'body', message, fix });
  }
  const grades = texts.flatMap(({ page }) => {
    const grade = readingGrade(page.body);
    return grade === null ? [] : [{ file: page.file, grade }];
  });
  return {
    findings: findings.sort((a, b) => a.level.localeCompare(b.level)),
    grades: grades.sort((a, b) => b.grade - a.grade),
  };
}

function textsOf(parts: Parts): (PageText & { reviewLine: number })[] {
  const all = [parts.national, ...[...parts.councils.values()].map(({ pages }) => pages)];
  return all.flatMap((pages) =>
    [...pages.values()].flatMap((page) =>
      page === null
        ? []
        : [
            {
              page: page.value,
              bodyLine: page.bodyLine,
              titleLine: page.lineOf(['title']),
              reviewLine: page.lineOf(['reviewBy']),
            },
          ],
    ),
  );
}
