/** Draws the icons of the app package from their SVG, after one was changed: node --import tsx deploy/teams/draw-icons.ts */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { launchBrowser } from '../../test/browser/support/launch.ts';

const ICONS = join(import.meta.dirname, 'icons');
const SIZES = { color: 192, outline: 32 } as const;

const server = await launchBrowser();
const browser = await chromium.connect(server.wsEndpoint());
for (const [name, size] of Object.entries(SIZES)) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = readFileSync(join(ICONS, `${name}.svg`), 'utf8');
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
  // Teams wants the outline on nothing.
  await page.screenshot({ path: join(ICONS, `${name}.png`), omitBackground: true });
}
await browser.close();
await server.close();
