/** Starts one Chromium for all browser tests: the one inside the npm package, or else the system's own. */
import { existsSync } from 'node:fs';
import packed from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    browserAddress: string;
  }
}

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

export async function launchServer() {
  const options = { args: ARGS, headless: true } as const;
  try {
    return await chromium.launchServer({ ...options, executablePath: await packed.executablePath() });
  } catch (error) {
    if (!existsSync(SYSTEM)) throw error;
    return chromium.launchServer({ ...options, executablePath: SYSTEM });
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await launchServer();
  project.provide('browserAddress', server.wsEndpoint());
  return () => server.close();
}
