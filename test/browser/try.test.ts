import { test } from 'vitest';
import { getAnswer, openBrowser, openChat, said } from './support/family.ts';
import { startService } from './support/service.ts';

test('try', async () => {
  const t0 = Date.now();
  const lap = (x: string) => console.log(x, Date.now() - t0);
  const service = await startService();
  lap('service');
  const browser = await openBrowser();
  lap('browser');
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on('console', (m) => console.log('console', m.text()));
  page.on('pageerror', (m) => console.log('error', m));
  page.on('requestfinished', async (r) =>
    console.log(r.method(), r.url().slice(22, 80), (await r.sizes()).responseBodySize),
  );
  await page.goto(`${service.url}/chat?council=dudley`);
  lap('goto');
  await getAnswer(page);
  lap('answer');
  console.log(await said(page));
  await page.screenshot({ path: '/tmp/w1.png' });
  await page.reload();
  await page.locator('article.family').waitFor();
  lap('reload');
  console.log(await said(page));
  await page.screenshot({ path: '/tmp/w2.png', fullPage: true });
  await page.goto(service.url);
  await page.getByRole('button', { name: 'Chat about SEND' }).click();
  await page.frameLocator('iframe').locator('article.family').waitFor();
  await page.waitForTimeout(500);
  await page.screenshot({ path: '/tmp/w3.png' });
  await context.close();
  await browser.close();
  await service.stop();
});
