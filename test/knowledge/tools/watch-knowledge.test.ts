import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/knowledge/finding.ts';
import type { Knowledge } from '../../../src/knowledge/knowledge.ts';
import { type Watch, watchKnowledge } from '../../../src/knowledge/tools/watch-knowledge.ts';
import { page, smallFiles } from '../small-knowledge.ts';

type Event = { knowledge: Knowledge } | { findings: readonly Finding[] };

describe('content that changes while the service runs', () => {
  let dir: string;
  let watch: Watch;
  let events: Event[];
  let wake: () => void;

  /** The next event; earlier ones that nobody waited for come first. */
  const next = async (): Promise<Event> => {
    while (events.length === 0)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    return events.shift() as Event;
  };
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  };

  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'knowledge-'));
    for (const [path, text] of smallFiles()) write(path, text);
    events = [];
    wake = () => {};
    const tell = (event: Event) => {
      events.push(event);
      wake();
    };
    watch = watchKnowledge(
      dir,
      (knowledge) => tell({ knowledge }),
      (findings) => tell({ findings }),
      80,
    );
    await watch.ready;
  });

  afterEach(async () => {
    await watch.close();
    rmSync(dir, { recursive: true });
  });

  it('is not taken with a mistake, and the reason is given', async () => {
    write('national/mediation.md', page('mediation', 'Words that a parent reads.', { title: '' }));
    expect(await next()).toMatchObject({ findings: [{ file: 'national/mediation.md', field: 'title' }] });
  });

  it('is taken whole once the mistake is put right', async () => {
    write('national/mediation.md', 'broken');
    expect(await next()).toHaveProperty('findings');
    write('national/mediation.md', page('mediation', 'New words that a parent reads.'));
    const event = await next();
    expect('knowledge' in event && event.knowledge.national.get('mediation')?.body).toBe(
      'New words that a parent reads.',
    );
  });

  it('may be a new page in a new folder', async () => {
    const council = smallFiles().get('councils/leicester/council.yaml') ?? '';
    write('councils/derby/council.yaml', council.replaceAll('leicester', 'derby'));
    const event = await next();
    expect('knowledge' in event && event.knowledge.councils.has('derby')).toBe(true);
  });
});
