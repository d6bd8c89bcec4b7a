/** A person talks to the family. */
import { describe, expect, test } from 'vitest';
import { asAdviser, becomes, isSeenTyping, says } from './support/adviser.ts';
import { getAnswer, inLog, openChat, say, states } from './support/family.ts';
import { stage } from './support/stage.ts';

const at = stage();

const open = async () => {
  const page = await openChat(at.context, at.service.url);
  await getAnswer(page);
  return page;
};
describe('a person', () => {
  test('joins, writes, is told apart from the program, and leaves with a rating to give', async () => {
    const page = await open();
    await asAdviser(at.service, becomes('accepted'));
    await inLog(page, 'Asha has joined. A person is answering you now.').waitFor();
    expect(await page.getByRole('group', { name: 'Suggested replies' }).count()).toBe(0);
    await asAdviser(at.service, says('Hello, how can I help?'));
    await page.locator('article.adviser').getByText('Hello, how can I help?').waitFor();
    expect(await page.locator('article.adviser h2').textContent()).toBe('Asha');
    await asAdviser(at.service, becomes('completed'));
    await inLog(page, 'Asha has left.').waitFor();
    const rate = page.getByRole('group', { name: 'Did talking to a person help?' });
    await rate.getByRole('button', { name: 'Yes, it helped' }).click();
    await expect
      .poll(async () => (await at.service.metrics.text()).content)
      .toContain('signpost_ratings_total{about="person",helped="yes"} 1');
    await page.reload();
    await page.locator('article.adviser').waitFor();
    await inLog(page, 'Thank you for telling us.').waitFor();
    expect(await rate.count()).toBe(0);
  });

  test('is told of in the words of the service, once, with its quick replies', async () => {
    const page = await open();
    const words = 'Asha has joined and **is a person**.';
    const event = { ...becomes('accepted'), value: { state: 'accepted', message: words } };
    const again = {
      ...says(words),
      from: { id: 'signpost', name: 'Signpost' },
      entities: [{ type: 'signpost/repeats-status' }],
      suggestedActions: {
        to: [],
        actions: [{ type: 'imBack', title: 'End the chat', value: 'end the chat' }],
      },
    };
    await asAdviser(at.service, event, again);
    await page.getByRole('button', { name: 'End the chat' }).waitFor();
    expect(await inLog(page, 'Asha has joined and').count()).toBe(1);
    expect(await page.locator('.note strong').textContent()).toBe('is a person');
    expect(await page.locator('#heard').textContent()).toContain('Asha has joined and is a person.');
    await page.reload();
    await page.getByRole('button', { name: 'End the chat' }).waitFor();
    expect(await inLog(page, 'Asha has joined and').count()).toBe(1);
  });

  test('who could not come is said, and the program goes on', async () => {
    const page = await open();
    await asAdviser(at.service, becomes('failed'));
    await inLog(page, 'No adviser could take this chat.').waitFor();
    expect(await page.getByRole('group', { name: 'Did talking to a person help?' }).count()).toBe(0);
    await say(page, 'thank you');
    await inLog(page, "You're welcome").waitFor();
  });

  test('is seen to be writing, by name, and the sign goes with the message', async () => {
    const page = await open();
    await asAdviser(at.service, becomes('accepted'));
    await inLog(page, 'Asha has joined.').waitFor();
    await isSeenTyping(at.service, page);
    await asAdviser(at.service, says('Hello'));
    await page.locator('article.adviser').waitFor();
    expect(await page.locator('#typing').isVisible()).toBe(false);
  });

  test('is there, so nothing says that the program is writing', async () => {
    const page = await open();
    await asAdviser(at.service, becomes('accepted'));
    await inLog(page, 'Asha has joined.').waitFor();
    await page.route('**/activities', () => undefined);
    await say(page, 'hello');
    await expect.poll(async () => (await states(page)).at(-1)).toBe('Sending');
    expect(await page.locator('#typing').isVisible()).toBe(false);
  });

  test('or the program is seen to be writing', async () => {
    const page = await open();
    let answer = () => {};
    at.service.hold = new Promise((resolve) => {
      answer = resolve;
    });
    await say(page, 'thank you');
    await page.getByText('Signpost is writing').waitFor();
    answer();
    at.service.hold = null;
    await inLog(page, "You're welcome").waitFor();
    expect(await page.locator('#typing').isVisible()).toBe(false);
  });
});
