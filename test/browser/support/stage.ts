/** What every story in a browser needs: the service, the browser, and a fresh visitor for each test. */
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { openBrowser } from './family.ts';
import { type Service, type ServiceOptions, startService } from './service.ts';

export interface Stage {
  service: Service;
  browser: Browser;
  /** A visitor who was never here before. */
  context: BrowserContext;
  /** Another one. */
  visitor(options?: BrowserContextOptions): Promise<BrowserContext>;
}

/** @param options asked for when the service starts */
export function stage(options: () => ServiceOptions = () => ({})): Stage {
  const contexts: BrowserContext[] = [];
  const at = {
    async visitor(of: BrowserContextOptions = {}) {
      const context = await at.browser.newContext(of);
      contexts.push(context);
      return context;
    },
  } as Stage;
  beforeAll(async () => {
    at.service = await startService(options());
    at.browser = await openBrowser();
  });
  afterAll(async () => {
    await at.browser.close();
    await at.service.stop();
  });
  beforeEach(async () => {
    at.service.hold = null;
    at.service.failures = 0;
    at.service.conversations.clear();
    at.context = await at.visitor();
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((one) => one.close()));
  });
  return at;
}
