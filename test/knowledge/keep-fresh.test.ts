import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FreshContent, keepFresh } from '../../src/knowledge/keep-fresh.ts';
import { createLog } from '../../src/shared/log.ts';
import { page, smallFiles } from './small-knowledge.ts';

describe('content kept fresh', () => {
  let dir: string;
  let fresh: FreshContent | undefined;
  let lines: string[];
  let wake: () => void;

  const log = () =>
    createLog('info', {
      write: (line) => {
        lines.push(line);
        wake();
      },
    });
  const nextLine = async () => {
    while (lines.length === 0) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return lines.shift() ?? '';
  };
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  };
  const words = () => fresh?.search().knowledge.national.get('mediation')?.body;

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'knowledge-'));
    for (const [path, text] of smallFiles()) write(path, text);
    lines = [];
    wake = () => {};
  });

  afterEach(async () => {
    await fresh?.close();
    fresh = undefined;
    rmSync(dir, { recursive: true });
  });

  it('stops the start when there is a mistake', () => {
    write('clocks.yaml', '[');
    expect(() => keepFresh(dir, log())).toThrow('clocks.yaml:');
  });

  it('keeps the last good content after a mistake, and takes the next good one', async () => {
    fresh = keepFresh(dir, log());
    await fresh.ready;
    const before = words();
    write('national/mediation.md', 'broken');
    expect(await nextLine()).toContain('national/mediation.md');
    expect(words()).toBe(before);
    write('national/mediation.md', page('mediation', 'New words that a parent reads.'));
    expect(await nextLine()).toContain('new content is in force');
    expect(words()).toBe('New words that a parent reads.');
  });
});
