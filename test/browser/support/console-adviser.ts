/** An adviser at a browser, and a family that asks for one. Waits for what must come, never for a time. */
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { PASSWORD } from './console-service.ts';
import { getAnswer, inLog, openChat, say } from './family.ts';

export async function signIn(context: BrowserContext, url: string, name: string, hash = ''): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${url}/console${hash}`);
  await fillSignIn(page, name);
  return page;
}

export async function fillSignIn(page: Page, name: string): Promise<void> {
  await page.getByLabel('Your e-mail address').fill(`${name.toLowerCase()}@example.org`);
  await page.getByLabel('Your password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { name: 'Signpost for advisers' }).waitFor();
}

/** A family that has had an answer, shares it, and waits. @returns its page and the case's reference */
export async function familyWaits(
  context: BrowserContext,
  url: string,
): Promise<{ family: Page; ref: string }> {
  const family = await openChat(context, url);
  await getAnswer(family);
  await say(family, 'Can I talk to a person please?');
  await family.getByRole('button', { name: 'Yes, share it' }).click();
  return { family, ref: await refOf(family) };
}

/** A family that says of itself that it is in danger, and asks for a person. */
export async function familyInDanger(
  context: BrowserContext,
  url: string,
): Promise<{ family: Page; ref: string }> {
  const family = await openChat(context, url);
  await say(family, 'My daughter says she wants to kill herself tonight');
  await inLog(family, '999').first().waitFor();
  await say(family, 'Can I talk to a person please?');
  await family.getByRole('button', { name: 'Yes, share it' }).click();
  return { family, ref: await refOf(family) };
}

async function refOf(family: Page): Promise<string> {
  const line = inLog(family, 'Your reference is').last();
  await line.waitFor();
  const ref = /Your reference is ([A-Z2-9]{6})/.exec((await line.textContent()) ?? '')?.[1];
  if (ref === undefined) throw new Error('the family was told no reference');
  return ref;
}

export const queued = (page: Page, list: 'Waiting' | 'Mine' | 'Colleagues', ref: string): Locator =>
  page
    .getByRole('region', { name: new RegExp(`^${list}`) })
    .getByRole('listitem')
    .filter({ hasText: ref });

/** Takes a waiting case, and waits until the talk has begun. */
export async function take(page: Page, ref: string): Promise<void> {
  await page.getByRole('button', { name: `Take it case ${ref}` }).click();
  await page.getByText('You are talking to the family.').waitFor();
}

export async function reply(page: Page, words: string): Promise<void> {
  await page.getByLabel('Your reply to the family').fill(words);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
}

/** Every message of the talk on the screen, as `who: first words`; notes too. */
export const talked = (page: Page): Promise<string[]> =>
  page
    .getByRole('log', { name: 'Messages' })
    .locator('article')
    .evaluateAll((all) =>
      all.map((one) => {
        const words = one.querySelector('.typed,.markdown')?.textContent ?? '';
        return `${one.className.split(' ')[1]}: ${words.slice(0, 40)}`;
      }),
    );

/** What has been announced to screen readers and is still there. */
export const heard = (page: Page): Promise<string> =>
  page
    .locator('[aria-live=polite], [aria-live=assertive]')
    .allInnerTexts()
    .then((all) => all.join('\n'));
