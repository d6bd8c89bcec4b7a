/** One Chromium for all browser tests. */
import type { TestProject } from 'vitest/node';
import { launchBrowser } from './launch.ts';

declare module 'vitest' {
  interface ProvidedContext {
    browserAddress: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await launchBrowser();
  project.provide('browserAddress', server.wsEndpoint());
  return () => server.close();
}
