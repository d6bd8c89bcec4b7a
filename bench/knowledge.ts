/**
 * How long the content takes to load and how much memory it holds, with the councils there are and with
 * every council of England: `npm run bench:knowledge`.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireKnowledge } from '../src/knowledge/load-knowledge.ts';
import { createSearch } from '../src/knowledge/search.ts';
import { projectRoot } from '../src/shared/project-root.ts';

/** Local authorities in England with duties for special educational needs. */
const ALL = 152;
const content = join(projectRoot, 'knowledge');

const [dir] = process.argv.slice(2);
if (dir === undefined) compare();
else measure(dir);

function compare(): void {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-bench-'));
  try {
    cpSync(content, folder, { recursive: true, filter: (path) => !path.endsWith('.bin') });
    run(folder);
    multiply(join(folder, 'councils'));
    run(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A process of its own for each, so that one's memory is not counted for the other. */
function run(folder: string): void {
  const args = ['--expose-gc', '--import', 'tsx', import.meta.filename, folder];
  process.stdout.write(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

function measure(folder: string): void {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const began = performance.now();
  const knowledge = requireKnowledge(folder);
  const loaded = performance.now();
  createSearch(knowledge);
  const indexed = performance.now();
  globalThis.gc?.();
  const pages =
    knowledge.national.size + [...knowledge.local.values()].reduce((sum, { size }) => sum + size, 0);
  const megabytes = (process.memoryUsage().rss - before) / 1e6;
  process.stdout.write(
    `${knowledge.councils.size} councils, ${pages} pages: ` +
      `loaded in ${Math.round(loaded - began)} ms, indexed in ${Math.round(indexed - loaded)} ms, ` +
      `${Math.round(megabytes)} MB\n`,
  );
}

/** Copies of the real councils under made-up names until there are as many as England has. */
function multiply(councils: string): void {
  const real = readdirSync(councils);
  for (let n = real.length; n < ALL; n += 1) {
    const from = real[n % real.length] ?? '';
    const slug = `made-up-${letters(n)}`;
    cpSync(join(councils, from), join(councils, slug), { recursive: true });
    const file = join(councils, slug, 'council.yaml');
    const text = readFileSync(file, 'utf8')
      .replace(/^slug: .*$/m, `slug: ${slug}`)
      .replace(/^name: .*$/m, `name: Made Up ${letters(n)} Council`)
      .replace(/^place: .*$/m, `place: Made Up ${letters(n)}`);
    writeFileSync(file, text);
  }
}

/** Slugs are letters only. */
function letters(n: number): string {
  return [...String(n)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
}
