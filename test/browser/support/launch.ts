/** Chromium, wherever it can be had. */
import packed from '@sparticuz/chromium';
import { type BrowserServer, chromium } from 'playwright-core';
import { packedLibraries } from './packed-libraries.ts';

/** The package's own list also switches off the web's security, which is what these tests are about. */
const ARGS = [
  '--no-sandbox',
  '--disable-setuid-sandbox',
  '--disable-dev-shm-usage',
  '--disable-domain-reliability',
  '--no-default-browser-check',
  '--no-pings',
  '--font-render-hinting=none',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];
const SYSTEM = '/usr/bin/chromium';

type Way = () => Promise<{ executablePath: string; env?: NodeJS.ProcessEnv }>;

/** Tried in this order. */
export const WAYS: Readonly<Record<string, Way>> = {
  'the one that npm brought': async () => ({ executablePath: await packed.executablePath() }),
  'the same, with the libraries that came with it': async () => ({
    executablePath: await packed.executablePath(),
    env: { ...process.env, LD_LIBRARY_PATH: packedLibraries() },
  }),
  "the system's own": async () => ({ executablePath: SYSTEM }),
};

/** @throws when none starts, with what to install; `cause` holds why each did not */
export async function launchBrowser(ways = WAYS): Promise<BrowserServer> {
  const reasons: unknown[] = [];
  for (const way of Object.values(ways)) {
    try {
      return await chromium.launchServer({ args: ARGS, headless: true, ...(await way()) });
    } catch (error) {
      reasons.push(error);
    }
  }
  throw new Error(
    'No browser could be started: install Chromium (on Debian and Ubuntu: apt-get install chromium).',
    { cause: new AggregateError(reasons) },
  );
}
