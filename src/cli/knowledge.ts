/** `signpost knowledge ...` and `signpost council new`: the editors' tools. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readConfig } from '../config.ts';
import { checkKnowledge } from '../knowledge/check-knowledge.ts';
import { findingInWords } from '../knowledge/finding.ts';
import { coverage, coverageTable } from '../knowledge/tools/coverage.ts';
import { newCouncil } from '../knowledge/tools/new-council.ts';
import { stale } from '../knowledge/tools/stale.ts';
import { preview } from '../pathways/preview/preview.ts';
import { loadContent } from './content.ts';
import { print, tell } from './output.ts';
import { today } from './today.ts';

const HARDEST = 5;
const folder = (): string => readConfig(process.env).knowledgeDir;

export async function checkCommand(): Promise<number> {
  const { findings, grades } = checkKnowledge(folder(), today());
  print(...findings.map(findingInWords));
  if (grades.length > 0) {
    const average = grades.reduce((sum, { grade }) => sum + grade, 0) / grades.length;
    print(
      `Reading grade: ${average.toFixed(1)} on average over ${grades.length} pages. The hardest:`,
      ...grades.slice(0, HARDEST).map(({ file, grade }) => `  ${grade.toFixed(1)}  ${file}`),
    );
  }
  const errors = findings.filter(({ level }) => level === 'error').length;
  print(`${errors} errors, ${findings.length - errors} warnings.`);
  return errors > 0 ? 1 : 0;
}

export async function coverageCommand(): Promise<number> {
  print(coverageTable(coverage(loadContent())));
  return 0;
}

export async function staleCommand(): Promise<number> {
  const overdue = stale(loadContent(), today());
  print(...overdue.map(({ file, title, reviewBy }) => `${reviewBy}  ${file}  ${title}`));
  print(`${overdue.length} pages are overdue for review.`);
  return overdue.length > 0 ? 1 : 0;
}

export async function previewCommand(out = 'dist/preview'): Promise<number> {
  write(out, preview(loadContent(), today()));
  print(`Open ${join(out, 'index.html')} in a browser.`);
  return 0;
}

export async function newCouncilCommand(name: string): Promise<number> {
  const made = newCouncil(name, today());
  if (existsSync(join(folder(), 'councils', made.slug))) {
    tell(`There is a folder councils/${made.slug} already. Nothing was changed.`);
    return 1;
  }
  write(folder(), made.files);
  print(...[...made.files.keys()].map((file) => `made ${join(folder(), file)}`));
  print('Fill in what is marked, then run: npm run -s signpost -- knowledge check');
  return 0;
}

function write(into: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    const file = join(into, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
