import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from '../../../src/shared/project-root.ts';
import { phrasePattern } from '../../../src/triage/cues/phrase.ts';
import { loadAssets } from '../../../src/triage/load-assets.ts';
import { tokenise } from '../../../src/triage/words/tokenise.ts';

const { findCues, spellings } = loadAssets();

test.each([
  [
    'no letter has come',
    'Still waiting for the decision letter, nothing has come.',
    { decisionInHand: true },
  ],
  ['a refusal is only feared', 'What if they refuse to assess him?', { decisionInHand: true }],
  ['the draft has not come', "We've not had the draft yet.", { plan: 'draft' }],
  ['the final plan has not come', 'Been waiting for the final plan since June.', { plan: 'final' }],
  ['an exclusion is only threatened', 'Head threatened a permanent exclusion.', { exclusion: 'permanent' }],
  ['a complaint is only thought of', 'How do I make a complaint about the SENCO?', { stage: 'complained' }],
  ['an appeal is only wished', 'I want to appeal, can I?', { stage: 'appealing' }],
  ['a parent writes', "My son's teacher says he can't cope.", { youngPerson: true }],
  ['a family left Wales', 'We moved from Wales in May.', { nation: 'wales' }],
  ['a school is far away', 'The college place fell through so he is at home.', { setting: 'school' }],
])('nothing is heard when %s', (_, text, cue) => {
  expect(findCues(text)).not.toMatchObject(cue);
});

test.each([
  ['The council refused to assess her, letter dated 3 March.', { decisionInHand: true }],
  ['We got the decision letter on Friday.', { decisionInHand: true }],
  ["They've turned us down for a plan.", { decisionInHand: true }],
  ['The draft plan came and it is all waffle.', { plan: 'draft' }],
  ['His final EHCP names the wrong school.', { plan: 'final' }],
  ["She doesn't have an EHCP and is falling behind.", { plan: 'none' }],
  ['Happy with the rest of it, we are only appealing the school named in Section I.', { sectionIOnly: true }],
  ['He was permanently excluded yesterday.', { exclusion: 'permanent' }],
  ['Suspended for 3 days for throwing a chair.', { exclusion: 'suspension' }],
  ['They ring me to collect him by ten most days.', { exclusion: 'informal' }],
  ['Been on a part-time timetable since Easter.', { exclusion: 'informal' }],
  ['Nursery say they cannot change his nappy.', { setting: 'early-years' }],
  ['Her college has no learning support.', { setting: 'college' }],
  ['The SENCO never rings back.', { setting: 'school' }],
  ['I spoke to the head and got nowhere.', { stage: 'talked' }],
  ["I've already complained in writing.", { stage: 'complained' }],
  ['Had the final response to my complaint, not upheld.', { stage: 'answered' }],
  ['Our appeal was registered last week.', { stage: 'appealing' }],
  ["I'm 17 and my EHCP says one to one but nobody comes.", { youngPerson: true }],
  ['my mum says i have to go but i cant face school', { youngPerson: true }],
  ['We live in Cardiff and need help with an IDP.', { nation: 'wales' }],
  ['Our school is in Scotland.', { nation: 'scotland' }],
  ['We are in Belfast.', { nation: 'northern-ireland' }],
])('%s', (text, cue) => {
  expect(findCues(text)).toMatchObject(cue);
});

test('a message that says none of it has no cue', () => {
  expect(findCues('Good morning')).toEqual({});
});

test('no phrase reaches past the end of a sentence', () => {
  expect(findCues('I got. Then the decision. A letter is what I want')).not.toHaveProperty('decisionInHand');
});

test('a phrase that is not words is refused by name', () => {
  expect(() => phrasePattern('refused (to')).toThrow('"(to" is not a word');
});

test('every word of every phrase can be met after shorthand is written out', () => {
  const phrases: string[] = [];
  const gather = (value: unknown): void => {
    if (typeof value === 'string') phrases.push(value);
    else if (Array.isArray(value)) value.forEach(gather);
    else if (value !== null && typeof value === 'object') Object.values(value).forEach(gather);
  };
  gather(parse(readFileSync(join(projectRoot, 'knowledge/triage/cues.yaml'), 'utf8')));
  const words = phrases.flatMap((phrase) => phrase.split(/[ /]+/)).map((item) => item.replace(/^\?/, ''));
  const plain = words.filter((word) => /^[a-z0-9]+$/.test(word));
  expect(plain.filter((word) => tokenise(word, spellings).join(' ') !== word)).toEqual([]);
});
