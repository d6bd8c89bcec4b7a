/** A browser is found on machines that lack its libraries, and where there is none, what to do is said. */
import { execFileSync } from 'node:child_process';
import packed from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
import { expect, test } from 'vitest';
import { launchBrowser, WAYS } from './support/launch.ts';
import { packedLibraries } from './support/packed-libraries.ts';

const nowhere = async () => ({ executablePath: '/nowhere/chromium' });

test('the libraries that npm brought serve the browser that npm brought', async () => {
  const folder = packedLibraries();
  const env = { ...process.env, LD_LIBRARY_PATH: folder };
  const found = execFileSync('ldd', [await packed.executablePath()], { env, encoding: 'utf8' });
  for (const name of ['libnss3', 'libnssutil3', 'libnspr4', 'libexpat']) {
    expect(found).toMatch(new RegExp(`${name}\\.so\\S* => ${folder}/`));
  }
});

test('a browser that does not start is followed by the next way, the libraries included', async () => {
  const next = WAYS['the same, with the libraries that came with it'] ?? nowhere;
  const server = await launchBrowser({ first: nowhere, next });
  const browser = await chromium.connect(server.wsEndpoint());
  expect(browser.version()).toMatch(/^\d+\./);
  await browser.close();
  await server.close();
});

test('where there is none at all, one sentence says what to install', async () => {
  await expect(launchBrowser({ first: nowhere, next: nowhere })).rejects.toThrow(
    /^No browser could be started: install Chromium \(on Debian and Ubuntu: apt-get install chromium\)\.$/,
  );
});
