import { AdaptiveCard, HostConfig, SerializationContext, Versions } from 'adaptivecards';
import { describe, expect, it } from 'vitest';
import type { Case, CaseStatus } from '../../src/handoff/case.ts';
import { DATE_KINDS } from '../../src/knowledge/schema/dates.ts';
import { Situation } from '../../src/pathways/schema.ts';
import { COUNTERPARTIES, STAGES, TOPICS } from '../../src/shared/vocabulary.ts';
import { answerCard } from '../../src/staff/cards/answer-card.ts';
import { type Card, cardBytes, MOST_BYTES } from '../../src/staff/cards/card.ts';
import { casePanel } from '../../src/staff/cards/case-panel.ts';
import { channelCard } from '../../src/staff/cards/channel-card.ts';
import { showCard } from '../../src/staff/cards/elements.ts';
import { contactForm, deadlineForm, formCard, situationForm } from '../../src/staff/cards/forms.ts';
import { helpCard } from '../../src/staff/cards/help-card.ts';
import { queueCard } from '../../src/staff/cards/queue-card.ts';
import { familyCards, saidCard } from '../../src/staff/cards/words-cards.ts';
import { Submit } from '../../src/staff/submit.ts';
import { deps, NOW, SOMEBODY, services, waitingCase, words } from './support.ts';

const OUTCOMES = [{ id: 'advice-given', label: 'Advice given' }];
const FACTS = { adviserId: 'alex', outcomes: OUTCOMES, colleagues: [{ id: 'megan', name: 'Megan' }] };
const AT = '2026-11-23T09:50:00.000Z';
const WITH = { adviser: SOMEBODY, at: AT };

const STATUSES: readonly CaseStatus[] = [
  waitingCase.status,
  { state: 'message-left', since: AT },
  { state: 'claimed', since: AT, ...WITH },
  { state: 'live', since: AT, adviser: SOMEBODY, owed: null, lastSaid: AT, away: null },
  { state: 'wrapping', ...WITH, ended: 'follow-up' },
  { state: 'wrapping', ...WITH, ended: 'by-family' },
  { state: 'closed', ...WITH, outcome: 'advice-given' },
  { state: 'abandoned', at: AT, why: 'left' },
];
const cases = STATUSES.map((status): Case => ({ ...waitingCase, status, red: true }));

/** What Microsoft's own reader of cards finds wrong with it. */
function wrongWith(card: Card): string[] {
  const context = new SerializationContext(Versions.v1_5);
  const parsed = new AdaptiveCard();
  // As many as Teams shows; the reader's own default is one less.
  parsed.hostConfig = new HostConfig({ actions: { maxActions: 6 } });
  parsed.parse(JSON.parse(JSON.stringify(card)), context);
  const read = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i).message);
  return [...read, ...parsed.validateProperties().validationEvents.map(({ message }) => message)];
}

/** Every object in the card. */
function parts(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(parts);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Record<string, unknown>, ...Object.values(value).flatMap(parts)];
}

function answersOfEveryRoute(): Card[] {
  const dates = Object.fromEntries(DATE_KINDS.map((kind) => [kind, '2026-11-12']));
  const found: Card[] = [];
  for (const topic of TOPICS)
    for (const counterparty of COUNTERPARTIES)
      for (const stage of STAGES)
        for (const council of [...services.knowledge().councils.keys(), null]) {
          const situation = Situation.parse({
            kind: 'complaint',
            counterparty: [counterparty],
            topic,
            stage,
            council,
            dates,
            cues: { decisionInHand: true },
          });
          const form = situationForm(deps, situation, council);
          const change = showCard(words.buttons.change, form.body, form.actions);
          found.push(answerCard(situation, services.pathway(situation), { services, words, change }));
        }
  return found;
}

const options = { title: 'Queue', empty: 'Nobody', more: 3, verb: 'accept' as const, current: null };
const others: readonly (readonly [string, Card])[] = [
  ['help alone', helpCard(deps, 'personal', 'dudley')],
  ['help in a team', helpCard(deps, 'team', null)],
  ['the form', formCard('A form', situationForm(deps, null, null))],
  ['the date form', formCard('A form', deadlineForm(deps))],
  ['the contact form', formCard('A form', contactForm(deps, 'dudley'))],
  ['a full queue', queueCard(cases.slice(0, 6), deps, options, NOW)],
  ['an empty queue', queueCard([], deps, options, NOW)],
  ['what was said', saidCard('Before', 'cut', [{ who: 'Family', words: 'one\ntwo' }])],
  ...cases.map((of) => [`the channel's card, ${of.status.state}`, channelCard(of, deps, NOW)] as const),
  ...cases.map((of) => [`the adviser's card, ${of.status.state}`, casePanel(of, deps, FACTS, NOW)] as const),
];

describe.each(others)('%s', (_, card) => {
  it('is a card by Microsoft’s own reader, can be spoken, and fits into a message', () => {
    expect(wrongWith(card)).toEqual([]);
    expect(card.speak).toMatch(/\w/);
    expect(card.fallbackText).toMatch(/\w/);
    expect(card.speak).not.toMatch(/\*\*|\]\(/);
    expect(cardBytes(card)).toBeLessThan(MOST_BYTES);
  });

  it('labels every input and shows no more buttons than Teams does', () => {
    for (const part of parts(card)) {
      if (typeof part.type === 'string' && part.type.startsWith('Input.')) expect(part.label).toMatch(/\w/);
      if (part.type === 'TextBlock') expect(part.wrap).toBe(true);
    }
    expect(card.actions?.length ?? 0).toBeLessThanOrEqual(6);
  });

  it('sends back from its plain buttons what can be read again', () => {
    const filled = {
      reply: 'x',
      note: 'x',
      to: 'megan',
      outcome: 'advice-given',
      topic: 'transport',
      council: '',
    };
    const date = { dateKind: 'decision', date: '2026-11-12', role: 'sendiass' };
    for (const { type, data } of parts(card)) {
      if (type !== 'Action.Submit') continue;
      expect(Submit.safeParse({ ...filled, ...date, ...(data as object) }).error).toBeUndefined();
    }
  });
});

it('the answer of every route, council and stage is a card and fits, and the longest is known', () => {
  const answers = answersOfEveryRoute();
  const sizes = answers.map(cardBytes);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(MOST_BYTES);
  for (const card of answers.filter((_, index) => index % 37 === 0)) expect(wrongWith(card)).toEqual([]);
});

it('the channel’s card holds nothing that a family wrote', () => {
  const secret = 'Zebedee, 07700 900000';
  for (const of of cases) {
    const left = { ...of, message: secret, contact: secret };
    expect(JSON.stringify(channelCard(left, deps, NOW))).not.toContain('Zebedee');
  }
});

it('the channel’s card tells nothing of the matter once it is over', () => {
  const over = cases.filter(({ status }) => ['closed', 'abandoned'].includes(status.state));
  for (const of of over) expect(JSON.stringify(channelCard(of, deps, NOW))).not.toMatch(/assess|tribunal/);
});

it('somebody else’s case shows its old adviser nothing but that it is gone', () => {
  const lost = { ...FACTS, adviserId: 'another' };
  for (const of of cases) {
    const card = casePanel({ ...of, message: 'Zebedee' }, deps, lost, NOW);
    expect(card.actions).toBeUndefined();
    expect(JSON.stringify(card)).not.toMatch(/Zebedee|tribunal/);
  }
});

describe('a family’s words', () => {
  const nasty = '[click](https://evil.example) <img src=x> **bold** {{DATE(2026)}}';

  it('are shown letter by letter, whatever they are', () => {
    const [card] = familyCards('The family', nasty);
    const runs = parts(card).filter(({ type }) => type === 'TextRun');
    expect(runs.map(({ text }) => text)).toEqual([nasty]);
    const blocks = parts(card).filter(({ type }) => type === 'TextBlock');
    expect(JSON.stringify(blocks)).not.toContain('evil');
  });

  it('are not on a locked telephone', () => {
    expect(familyCards('The family', nasty)[0]?.fallbackText).toBe('The family');
  });

  it('come whole and in order, however long and whatever letters they are', () => {
    const long = '👨‍👩‍👧‍👦'.repeat(3_000);
    const cards = familyCards('The family', long);
    const said = cards.flatMap((card) => parts(card).filter(({ type }) => type === 'TextRun'));
    expect(said.map(({ text }) => text).join('')).toBe(long);
    for (const card of cards) expect(cardBytes(card)).toBeLessThan(MOST_BYTES);
  });

  it('from before are cut at the beginning, and that is said', () => {
    const lines = Array.from({ length: 100 }, (_, n) => ({
      who: 'Family',
      words: `${n} ${'é'.repeat(800)}`,
    }));
    const card = saidCard('Before', 'cut here', lines);
    expect(cardBytes(card)).toBeLessThanOrEqual(MOST_BYTES);
    expect(JSON.stringify(card)).toContain('cut here');
    expect(JSON.stringify(card)).toContain('99 é');
  });
});
