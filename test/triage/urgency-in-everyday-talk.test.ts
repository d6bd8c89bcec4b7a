import { describe, expect, test } from 'vitest';
import { triage } from '../../src/triage/triage.ts';

const read = (text: string) => triage(text, { today: '2026-11-21' });

describe('what families say between two answers raises no alarm, not even a gentle one', () => {
  test.each([
    'yes',
    'no',
    'ok thanks',
    'thank you',
    'hello',
    'go back',
    'can we start again',
    'stop',
    'forget this',
    'delete everything I told you',
    'a person please',
    'actually can I just speak to a real person about all this',
    'I would rather not',
    "I don't have it to hand",
    'worcestershire',
    "it's Leicester",
    'we live in Stourbridge',
    '12.11.26',
    '3rd of November',
    '12 November 2026',
    'the certificate is dated 10 november',
    '07700 900123 after 5',
    'mum@example.org',
    "no, it's the council",
    "it's not a complaint, I'm just worried",
    'what is a mediation certificate',
    'how much does it cost',
    'do I need a lawyer',
    'whats the number for sendiass',
    "I've already complained to the head",
    'Something else',
    'What can I do about it',
  ])('%s', (text) => {
    expect(read(text)).toMatchObject({ urgent: false, maybeUrgent: false });
  });
});

describe('a parent in a hurry, or at the end of their patience, is answered and not alarmed', () => {
  test.each([
    "they've turned down assessing my lad, letter came last week. head says not to bother but hes drowning. is that it??",
    "They want to end my son's plan and I can't face another letter on my own",
    'the council refused to assess my son and we have the letter',
    'school have stopped his one to one and nobody told me why',
    'the draft plan came and section F is so vague, it just says access to speech therapy. and the taxi to school keeps turning up late',
    'how do I pay my council tax',
    "we live in Scotland and the council won't give my son a co-ordinated support plan",
    'school wont give my son any support, the senco just ignores me',
  ])('%s', (text) => {
    expect(read(text).urgent).toBe(false);
  });
});

describe('a plain cry for help is always heard', () => {
  test.each([
    'she says she wants to kill herself and she has taken tablets',
    'my dad hits me when i get things wrong and im scared to go home tonight',
    'I want to end it all tonight, I cannot do this any more',
    'he has locked himself in the bathroom with a knife and says he will hurt himself',
    'my son is missing, he never got off the bus and it is dark',
    'her stepfather touches her and she has told the teaching assistant',
    'he tried to hang himself at school today and they still want him in tomorrow',
    'I am going to jump',
  ])('%s', (text) => {
    expect(read(text).urgent).toBe(true);
  });
});
