import { describe, expect, it } from 'vitest';
import { caseNotice } from '../../dialogs/case-notice.ts';
import { loadWords } from '../../dialogs/load-words.ts';
import type { Services } from '../../dialogs/services.ts';
import { createServices } from '../../src/bot/services.ts';
import type { Case } from '../../src/handoff/case.ts';
import type { Notice } from '../../src/handoff/command.ts';
import { createSearch } from '../../src/knowledge/search.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import { smallKnowledge } from '../knowledge/small-knowledge.ts';

const friday = '2026-11-20T17:30:00Z';
const storage = await openStorage('file::memory:');
const servicesWith = (changes: Record<string, string> = {}): Services => {
  const search = createSearch(smallKnowledge(changes));
  return createServices({
    words: loadWords(),
    search: () => search,
    clock: { now: () => new Date(friday) },
    storage,
    newRef: () => 'BCDFGH',
  });
};
const inDudley: Case = {
  id: 'a',
  ref: 'BCDFGH',
  conversationId: 'c',
  council: 'dudley',
  openedAt: friday,
  reason: 'asked',
  status: { state: 'waiting', since: friday, spell: friday, warned: true },
  red: false,
  sharedAfter: 0,
  contact: null,
  message: null,
  situation: null,
};
const told = (notice: Notice, services = servicesWith()) => caseNotice(services, notice, inDudley);

describe('a family whose advisers have gone home', () => {
  const gone = told({ type: 'nobody-came', closed: true });

  it('hears when they are back, and whom it can ring', () => {
    expect(gone.text).toContain('They are back on Monday 23 November at 9am.');
    expect(gone.text).toContain('01384 817373');
  });

  it('is not invited to go on waiting for nobody', () => {
    expect(gone.buttons).toEqual(['Leave a message', 'Stop waiting']);
  });

  it('hears of no day where no hours are set', () => {
    const services = servicesWith({ 'councils/dudley/advisers.yaml': 'hours: {}\n' });
    expect(told({ type: 'gave-up' }, services).text).not.toContain('They are back');
  });
});

describe('what becomes of a case is also said in the words of the Bot Framework', () => {
  it.each([
    [{ type: 'joined', name: 'Sam' } as const, { state: 'accepted', name: 'Sam' }],
    [{ type: 'finished', name: 'Sam', why: 'by-adviser' } as const, { state: 'completed', name: 'Sam' }],
    [{ type: 'finished', name: 'Sam', why: 'family-silent' } as const, { state: 'completed', name: 'Sam' }],
    [{ type: 'gave-up' } as const, { state: 'failed', name: '' }],
    [{ type: 'went-away', name: 'Sam' } as const, null],
    [{ type: 'came-back', name: 'Sam' } as const, null],
    [{ type: 'transferred', name: 'Sam' } as const, null],
    [{ type: 'returned' } as const, null],
    [{ type: 'nobody-came', closed: false } as const, null],
  ])('%o', (notice, status) => {
    const { text, status: said } = told(notice);
    expect(said).toEqual(status);
    expect(text).not.toMatch(/[{}]/);
    if ('name' in notice) expect(text).toContain('Sam');
  });
});
