/** Chromium: the one inside the npm package, or else the system's own. */
import { existsSync } from 'node:fs';
import packed from '@sparticuz/chromium';
import { type BrowserServer, chromium } from 'playwright-core';

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

/** @throws when neither starts */
export async function launchBrowser(): Promise<BrowserServer> {
  const options = { args: ARGS, headless: true } as const;
  try {
    return await chromium.launchServer({ ...options, executablePath: await packed.executablePath() });
  } catch (error) {
    if (!existsSync(SYSTEM)) throw error;
    return chromium.launchServer({ ...options, executablePath: SYSTEM });
  }
}
