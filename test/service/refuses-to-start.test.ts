import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { projectRoot } from '../../src/shared/project-root.ts';
import { failToStart } from '../support/service.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'signpost-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const database = () => ({ DATABASE_URL: `file:${join(folder, 'signpost.db')}` });

describe('the service does not start', () => {
  test('on broken content, and names file, line and field', async () => {
    const content = join(folder, 'knowledge');
    cpSync(join(projectRoot, 'knowledge'), content, { recursive: true });
    const file = join(content, 'councils/dudley/council.yaml');
    const lines = readFileSync(file, 'utf8').split('\n');
    const line = lines.findIndex((one) => one.startsWith('place:')) + 1;
    writeFileSync(file, lines.map((one, at) => (at === line - 1 ? 'place: 7' : one)).join('\n'));

    const { said, status } = await failToStart({ ...database(), KNOWLEDGE_DIR: content });
    expect(status).toBe(1);
    expect(said).toContain(`councils/dudley/council.yaml:${line} place:`);
    expect(said).not.toContain(' at ');
  });

  test('on a setting that is wrong, and names it', async () => {
    const { said, status } = await failToStart({ ...database(), PORT: 'three' });
    expect(status).toBe(1);
    expect(said).toContain('PORT must be a whole number from 0 to 65535');
  });

  test('on a port that is taken, and says so', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = String(typeof address === 'object' ? address?.port : '');
    const { said, status } = await failToStart({ ...database(), PORT: port });
    other.close();
    expect(status).toBe(1);
    expect(said).toContain(`PORT ${port} is taken by another program.`);
  });

  test('on a database address that it does not know', async () => {
    const { said, status } = await failToStart({ DATABASE_URL: 'mysql://somewhere/else' });
    expect(status).toBe(1);
    expect(said).toContain('DATABASE_URL');
  });
});
