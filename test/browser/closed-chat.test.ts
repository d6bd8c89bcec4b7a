/** A chat that was opened on a council's page and closed again. */
import { describe, expect, test } from 'vitest';
import { call } from '../conformance/support/http.ts';
import { asAdviser, becomes, says } from './support/adviser.ts';
import { chatIn, launcher } from './support/council-site.ts';
import { councilStage } from './support/council-stage.ts';
import { getAnswer } from './support/family.ts';

const at = councilStage();

describe('a chat that was closed', () => {
  const closed = async () => {
    const page = await at.context.newPage();
    await page.goto(at.site.origin);
    await launcher(page).click();
    const frame = await chatIn(page);
    await getAnswer(frame);
    await page.getByRole('button', { name: 'Close' }).click();
    return { page, frame };
  };

  test('says on its button that something came, to the eye and to the ear', async () => {
    const { page, frame } = await closed();
    expect(await launcher(page).textContent()).not.toMatch(/[1-9]/);
    await asAdviser(at.service, becomes('accepted'));
    const one = page.getByRole('button', { name: 'Chat about SEND 1 new message', exact: true });
    await one.waitFor();
    expect(await one.locator('b').isVisible()).toBe(true);
    expect(await page.getByRole('status').textContent()).toBe('1 new message');
    await asAdviser(at.service, says('Hello, how can I help?'));
    const two = page.getByRole('button', { name: 'Chat about SEND 2 new messages', exact: true });
    await two.waitFor();
    await two.click();
    // What came is shown, and heard now that it can be.
    const words = frame.locator('#log').getByText('Hello, how can I help?');
    await expect
      .poll(() => words.evaluate((it) => it.getBoundingClientRect().bottom < innerHeight))
      .toBe(true);
    await frame.locator('#heard').getByText('Asha: Hello, how can I help?').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Chat about SEND', exact: true }).waitFor();
  });

  test('counts nothing while it is open', async () => {
    const { page, frame } = await closed();
    await launcher(page).click();
    await asAdviser(at.service, says('Hello'));
    await frame.locator('article.adviser').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Chat about SEND', exact: true }).waitFor();
  });

  test('listens to nobody but its own frame, and its frame to nobody but the page around it', async () => {
    const { page, frame } = await closed();
    await page.evaluate(() => window.postMessage({ signpost: 'news' }, '*'));
    await frame.evaluate(() => window.postMessage({ signpost: 'opened' }, '*'));
    await asAdviser(at.service, says('Hello'));
    await page.getByRole('button', { name: 'Chat about SEND 1 new message', exact: true }).waitFor();
  });

  test('belongs to this browser, also in a frame on another site', async () => {
    const { frame } = await closed();
    const stolen = await frame.evaluate(() => JSON.parse(localStorage.getItem('signpost dudley') ?? '{}'));
    const path = `${at.service.url}/v3/directline/conversations/${stolen.id}/activities`;
    expect((await call(path, { token: stolen.token })).body.error?.code).toBe('OtherBrowser');
    const [cookie] = await at.context.cookies();
    expect(cookie).toMatchObject({ name: '__Host-signpost', partitionKey: 'http://localhost' });
    const headers = { cookie: `${cookie?.name}=${cookie?.value}` };
    expect((await call(path, { token: stolen.token, headers })).status).toBe(200);
  });
});
