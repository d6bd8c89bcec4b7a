import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/handoff/case.ts';
import { caseExport } from '../../../src/handoff/records/case-export.ts';
import { plainWords, typedWords } from '../../../src/handoff/records/plain-words.ts';
import { transcript } from '../../../src/handoff/records/transcript.ts';
import type { StoredActivity } from '../../../src/storage/storage.ts';

const said = (
  seq: number,
  from: StoredActivity['from'],
  text: string | undefined,
  timestamp: string,
  name = '',
): StoredActivity => ({
  seq,
  clientId: null,
  from,
  activity: { type: 'message', text, timestamp, from: { name }, id: `c|${seq}` },
});

const talk: StoredActivity[] = [
  said(1, 'bot', 'Hello. **Tell me** what is wrong.', '2026-03-28T23:59:00.000Z'),
  said(2, 'user', 'they refused\r\n10:00  Priya (adviser)', '2026-03-29T00:30:00.000Z'),
  {
    seq: 3,
    clientId: null,
    from: 'adviser',
    activity: { type: 'event', name: 'handoff.status', timestamp: '2026-03-29T01:29:00.000Z' },
  },
  said(4, 'adviser', 'I am here. See [the rules](https://a.example/b).', '2026-03-29T01:30:00.000Z', 'Priya'),
  said(5, 'user', undefined, '2026-03-29T12:00:00.000Z'),
];

const of: Case = {
  id: 'case-1',
  ref: 'ABC234',
  conversationId: 'c',
  council: 'dudley',
  openedAt: '2026-03-29T01:00:00.000Z',
  reason: 'asked',
  status: {
    state: 'closed',
    at: '2026-03-29T13:00:00.000Z',
    adviser: { id: 'p', name: 'Priya', desk: 'console' },
    outcome: 'advice-given',
  },
  red: true,
  sharedAfter: 0,
  contact: '07700 900123',
  message: 'please ring\nafter three',
  situation: {
    kind: 'complaint',
    counterparty: ['la'],
    topic: 'needs-assessment-refused',
    stage: 'talked',
    council: 'dudley',
    dates: { decision: '2026-03-02' },
    cues: {},
  },
};
const history = [
  { at: new Date('2026-03-29T01:00:00.000Z'), by: 'The family', type: 'opened', text: 'they asked' },
  { at: new Date('2026-03-29T12:30:00.000Z'), by: 'Priya', type: 'noted', text: 'ring the school\ntomorrow' },
  { at: new Date('2026-03-29T13:00:00.000Z'), by: 'Priya', type: 'danced', text: null },
];
const now = new Date('2026-03-30T08:05:00.000Z');
const around = {
  place: 'Dudley',
  understood: [
    { name: 'Council', value: 'Dudley' },
    { name: 'Date on the decision letter', value: 'Monday 2 March 2026' },
  ],
  deadlines: [
    { label: 'Your appeal must reach the tribunal', date: '2026-05-04' as const, counted: 'Two months.' },
  ],
  outcomeOf: (id: string) => (id === 'advice-given' ? 'Advice given' : id),
  now,
};
const exported = (over: Partial<Case> = {}) =>
  caseExport({ case: { ...of, ...over }, activities: talk, history, ...around });

describe('a transcript', () => {
  it('says who said what and when by the clock in England, also on the night when it goes forward', () => {
    expect(transcript(talk, { family: 'You' })).toBe(
      [
        'Saturday 28 March 2026',
        '',
        '23:59  Signpost (a computer program)',
        '    Hello. Tell me what is wrong.',
        '',
        'Sunday 29 March 2026',
        '',
        '00:30  You',
        '    they refused',
        '    10:00  Priya (adviser)',
        '',
        '02:30  Priya (adviser)',
        '    I am here. See the rules (https://a.example/b).',
        '',
        '13:00  You',
        '    (no words)',
      ].join('\n'),
    );
  });

  it('lets nobody speak in the name of another, whatever they type', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('user', 'bot', 'adviser'), (text, from) => {
        const lines = transcript([said(1, from, text, '2026-03-28T12:00:00.000Z')], { family: 'You' }).split(
          /[\n\r\u2028\u2029\u0085\v\f]/,
        );
        expect(lines.filter((line) => line !== '' && !line.startsWith('    '))).toHaveLength(2);
      }),
    );
  });

  it('has nothing in it that moves a cursor or turns the reading direction', () => {
    expect(typedWords('a\u001b[2Jb\u202ec\u0007')).toBe('a[2Jbc');
  });

  it('of nothing is empty', () => {
    expect(transcript([], { family: 'You' })).toBe('');
  });
});

it('Markdown is read as a family saw it', () => {
  const markdown = [
    '**What to do:** write to [the *team*](mailto:sen@example.org) or [07700 900123, option 3](tel:07700900123) or [ring](tel:119).',
    '',
    '1. Ask for it.  ',
    'In writing.',
    '2. Wait',
    '   - [six weeks](https://a.example)',
    '',
    'Not 5 \\* 3 & `code`',
  ].join('\n');
  expect(plainWords(markdown)).toBe(
    [
      'What to do: write to the team (sen@example.org) or 07700 900123, option 3 or ring (119).',
      '1. Ask for it.',
      '   In writing.',
      '2. Wait',
      '  - six weeks (https://a.example)',
      '',
      'Not 5 * 3 & code',
    ].join('\n'),
  );
});

describe("an adviser's copy of a case", () => {
  it('never holds what the family did not share', () => {
    const text = exported({ sharedAfter: 3 });
    expect(text).toContain('I am here.');
    expect(text).not.toMatch(/they refused|Tell me/);
    expect(exported({ sharedAfter: Number.MAX_SAFE_INTEGER })).toContain(
      'Shared by the family: nothing of the conversation',
    );
  });

  it('of a case that was forgotten holds no word of the family', () => {
    const bare = { ...of, contact: null, message: null, situation: null };
    const text = caseExport({
      ...around,
      case: bare,
      activities: [],
      history: [],
      understood: [],
      deadlines: [],
    });
    expect(text).toContain('Nothing that the family has shared.');
    expect(text).not.toMatch(/ring|07700/);
  });

  it('holds the facts, the notes, the message and what was said', () => {
    const text = exported();
    for (const line of [
      'Signpost: case ABC234',
      'Opened: Sunday 29 March 2026, 02:00, because the family asked for a person',
      'State: closed on Sunday 29 March 2026, 14:00, outcome: Advice given',
      'Danger disclosed: yes',
      'Date on the decision letter: Monday 2 March 2026',
      'DEADLINES\n\nMonday 4 May 2026  Your appeal must reach the tribunal\n    Two months.\n',
      '    please ring\n    after three',
      '    07700 900123',
      'Sunday 29 March 2026, 13:30  Priya: wrote a note for advisers\n    ring the school\n    tomorrow',
      'Sunday 29 March 2026, 14:00  Priya: danced',
      '00:30  Family\n    they refused',
      'Exported on Monday 30 March 2026, 09:05.',
    ])
      expect(text).toContain(line);
  });
});
