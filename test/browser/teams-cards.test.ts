/** Cards drawn by Microsoft's own library, as narrow as a small telephone. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Case } from '../../src/handoff/case.ts';
import { answerCard } from '../../src/staff/cards/answer-card.ts';
import type { Card } from '../../src/staff/cards/card.ts';
import { casePanel } from '../../src/staff/cards/case-panel.ts';
import { channelCard } from '../../src/staff/cards/channel-card.ts';
import { showCard } from '../../src/staff/cards/elements.ts';
import { situationForm } from '../../src/staff/cards/forms.ts';
import { helpCard } from '../../src/staff/cards/help-card.ts';
import { familyCards } from '../../src/staff/cards/words-cards.ts';
import { deps, NOW, SOMEBODY, services, waitingCase, words } from '../staff/support.ts';
import { openBrowser } from './support/family.ts';

const require = createRequire(import.meta.url);
const fileOf = (name: string, path: string) => join(dirname(require.resolve(`${name}/package.json`)), path);
const read = (path: string) => readFileSync(path, 'utf8');
const AXE = read(fileOf('axe-core', 'axe.min.js'));
const CARDS = read(fileOf('adaptivecards', 'dist/adaptivecards.min.js'));

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 320, height: 640 } });
  await page.setContent('<!doctype html><html lang="en"><title>Card</title><main id="card"></main></html>');
  await page.addScriptTag({ content: CARDS });
  await page.addScriptTag({ content: AXE });
});
afterAll(() => browser.close());

const { situation } = waitingCase;
if (situation === null) throw new Error('no situation');
const form = situationForm(deps, situation, 'dudley');
const change = showCard(words.buttons.change, form.body, form.actions);
const live: Case = {
  ...waitingCase,
  red: true,
  status: {
    state: 'live',
    since: waitingCase.openedAt,
    adviser: SOMEBODY,
    owed: null,
    lastSaid: waitingCase.openedAt,
    away: null,
  },
};
const facts = {
  adviserId: SOMEBODY.id,
  outcomes: [{ id: 'advice-given', label: 'Advice given' }],
  colleagues: [{ id: 'megan', name: 'Megan' }],
};
const cards: readonly (readonly [string, Card])[] = [
  ['the answer', answerCard(situation, services.pathway(situation), { services, words, change })],
  ['the channel’s card', channelCard(waitingCase, deps, NOW)],
  ['the adviser’s card', casePanel(live, deps, facts, NOW)],
  ['help', helpCard(deps, 'personal', 'dudley')],
  ['a family’s words', familyCards('The family', 'He cries every <b>morning</b>'.repeat(20))[0] ?? fail()],
];

test.each(cards)('%s fits a small telephone, and a screen reader finds its way', async (_, card) => {
  const found = await page.evaluate(async (json) => {
    const { AdaptiveCards, axe } = window as unknown as {
      AdaptiveCards: {
        AdaptiveCard: new () => { hostConfig: unknown; parse(json: unknown): void; render(): HTMLElement };
        HostConfig: new (config: unknown) => unknown;
      };
      axe: { run(where: string): Promise<{ violations: { id: string; impact: string | null }[] }> };
    };
    const drawn = new AdaptiveCards.AdaptiveCard();
    drawn.hostConfig = new AdaptiveCards.HostConfig({
      textBlock: { headingLevel: 2 },
      actions: { maxActions: 6 },
    });
    drawn.parse(json);
    const main = document.getElementById('card');
    main?.replaceChildren(drawn.render());
    const { violations } = await axe.run('#card');
    return {
      tooWide: document.documentElement.scrollWidth > window.innerWidth,
      serious: violations.filter(({ impact }) => impact === 'critical').map(({ id }) => id),
    };
  }, card as unknown);
  expect(found).toEqual({ tooWide: false, serious: [] });
});

function fail(): never {
  throw new Error('no card');
}
