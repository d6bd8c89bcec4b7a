/** The promise that a phone on 3G is given: fails above it. */
import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Service, startService } from '../browser/support/service.ts';

const LAUNCHER = 2 * 1024;
const ALL = 15 * 1024;

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

/** Bytes of a body as it goes over the wire, its headers not counted. */
async function weigh(path: string): Promise<{ bytes: number; text: string }> {
  const asked = await fetch(service.url + path, { headers: { 'accept-encoding': 'gzip' } });
  expect(asked.headers.get('content-encoding'), path).toMatch(/gzip|^$/);
  const bytes = await new Promise<number>((resolve, reject) => {
    request(service.url + path, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
      });
      response.on('end', () => resolve(size));
    })
      .on('error', reject)
      .end();
  });
  return { bytes, text: await asked.text() };
}

test('the launcher is at most 2 kB', async () => {
  expect((await weigh('/widget.js')).bytes).toBeLessThanOrEqual(LAUNCHER);
});

test.each(['dudley', 'leicester', ''])(
  'all that is loaded to chat is at most 15 kB: council "%s"',
  async (council) => {
    const page = await weigh(`/chat?council=${council}`);
    const parts = [...page.text.matchAll(/ (?:src|href)="(\/widget[^"]*)"/g)].flatMap((one) => one[1] ?? []);
    expect(parts).toEqual(expect.arrayContaining([expect.stringMatching(/^\/widget\/chat-.*\.js$/)]));
    let bytes = page.bytes + (await weigh('/widget.js')).bytes;
    for (const part of parts) {
      const response = await fetch(service.url + part);
      bytes += response.headers.has('content-encoding')
        ? (await weigh(part)).bytes
        : (await response.arrayBuffer()).byteLength;
    }
    expect(bytes).toBeLessThanOrEqual(ALL);
  },
);
