/** Tunnels, lifts, and a service that stumbles: nothing is lost and nothing is said twice. */
import { describe, expect, test } from 'vitest';
import { asAdviser, says } from './support/adviser.ts';
import { getAnswer, inLog, openChat, said, say, states } from './support/family.ts';
import { stage } from './support/stage.ts';

const at = stage();

const lost = '**/v3/directline/conversations/*/activities';

describe('a connection that is lost', () => {
  test('brings what was said meanwhile, once, when it is back', async () => {
    const page = await openChat(at.context, at.service.url);
    await getAnswer(page);
    const before = (await said(page)).length;
    await at.context.setOffline(true);
    await page.getByText('You are offline').waitFor();
    await asAdviser(at.service, says('Are you there?'));
    await at.context.setOffline(false);
    await inLog(page, 'Are you there?').waitFor();
    await page.getByText('You are connected again.').waitFor();
    expect((await said(page)).length).toBe(before + 1);
  });

  test('keeps what is sent offline and sends it when it is back', async () => {
    const page = await openChat(at.context, at.service.url);
    await getAnswer(page);
    await at.context.setOffline(true);
    await say(page, 'thank you');
    await expect.poll(() => states(page)).toEqual(['Sent', 'Waiting for a connection']);
    await at.context.setOffline(false);
    await inLog(page, "You're welcome").waitFor();
    await expect.poll(() => states(page)).toEqual(['Sent', 'Sent']);
  });

  test('in the middle of sending leads to one message, not two', async () => {
    const page = await openChat(at.context, at.service.url);
    await getAnswer(page);
    let cut = 0;
    await page.route(lost, async (route) => {
      if (route.request().method() !== 'POST' || cut > 0) return route.fallback();
      cut += 1;
      // It arrives and is answered; only the family's browser never hears of it.
      await route.fetch();
      await route.abort('connectionreset');
    });
    await say(page, 'thank you');
    await inLog(page, "You're welcome").waitFor();
    await expect.poll(() => states(page)).toEqual(['Sent', 'Sent']);
    expect((await said(page)).filter((one) => one.includes('thank you'))).toHaveLength(1);
    expect((await said(page)).filter((one) => one.includes("You're welcome"))).toHaveLength(1);
  });

  test('for WebSockets alone still lets the conversation go on', async () => {
    await at.context.routeWebSocket('**/stream?*', (socket) => socket.close());
    const page = await openChat(at.context, at.service.url);
    await getAnswer(page);
    expect((await said(page)).length).toBe(4);
  });
});

describe('a message that cannot be delivered', () => {
  test('says so beside itself, and can be sent again', async () => {
    const page = await openChat(at.context, at.service.url);
    await getAnswer(page);
    await page.clock.install();
    at.service.failures = 4;
    await say(page, 'thank you');
    await expect
      .poll(
        async () => {
          await page.clock.runFor(10_000);
          return page.getByRole('button', { name: 'Try again' }).count();
        },
        { timeout: 20_000 },
      )
      .toBe(1);
    expect((await states(page))[1]).toContain('Not sent. Sorry, that message could not be handled.');
    expect(await page.locator('#notice').textContent()).toContain('Not sent.');
    await page.getByRole('button', { name: 'Try again' }).click();
    await inLog(page, "You're welcome").waitFor();
    await expect.poll(() => states(page)).toEqual(['Sent', 'Sent']);
    expect((await said(page)).filter((one) => one.includes('thank you'))).toHaveLength(1);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('text');
  });
});
