/** Staff's services on the real content, on a day that is given. */
import { join } from 'node:path';
import { loadWords } from '../../dialogs/load-words.ts';
import { createServices } from '../../src/bot/services.ts';
import type { Case } from '../../src/handoff/case.ts';
import { requireKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { createSearch } from '../../src/knowledge/search.ts';
import { projectRoot } from '../../src/shared/project-root.ts';
import type { StaffServices } from '../../src/staff/services.ts';
import { loadStaffWording } from '../../src/staff/wording.ts';
import { openStorage } from '../../src/storage/open-storage.ts';

export const NOW = new Date('2026-11-23T10:00:00Z');
export const words = loadStaffWording();
const search = createSearch(requireKnowledge(join(projectRoot, 'knowledge')));

export const services: StaffServices = createServices({
  words: loadWords(),
  search: () => search,
  clock: { now: () => NOW },
  storage: await openStorage('file::memory:'),
  newRef: () => 'ABCDEF',
});
export const deps = { services, words };

export const SOMEBODY = { id: 'alex', name: 'Alex', desk: 'teams' } as const;

export const waitingCase: Case = {
  id: 'case-1',
  ref: 'K7WPXQ',
  conversationId: 'conversation-1',
  council: 'dudley',
  openedAt: '2026-11-23T09:42:00.000Z',
  reason: 'asked',
  status: {
    state: 'waiting',
    since: '2026-11-23T09:42:00.000Z',
    spell: '2026-11-23T09:42:00.000Z',
    warned: false,
  },
  red: false,
  sharedAfter: 0,
  contact: null,
  message: null,
  situation: {
    kind: 'complaint',
    counterparty: ['la'],
    topic: 'needs-assessment-refused',
    stage: 'none',
    council: 'dudley',
    dates: { decision: '2026-11-12' },
    cues: { decisionInHand: true },
  },
};
