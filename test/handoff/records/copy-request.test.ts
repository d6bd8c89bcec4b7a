import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  askForCode,
  type CopyRequest,
  dropOld,
  noCopyRequest,
  tryCode,
} from '../../../src/handoff/records/copy-request.ts';
import { newCode } from '../../../src/handoff/records/new-code.ts';

const MINUTE = 60_000;
const start = new Date('2026-11-21T22:00:00.000Z');
const then = (ms: number) => new Date(start.getTime() + ms);
const ask = (request: CopyRequest, text: string, over: Partial<Parameters<typeof askForCode>[2]> = {}) =>
  askForCode(request, text, { now: start, newCode: () => '012345', mayMail: () => true, ...over });
const asked = ask(noCopyRequest, 'mum@example.org').request;

describe('an address', () => {
  it.each([
    'no',
    'mum@',
    'mum@example',
    '@example.org',
    'mum@example.org or dad@example.org',
    `${'m'.repeat(250)}@example.org`,
    'mum@exam\u0000ple.org',
    'mum@example.org\r\nBcc:x@example.org',
  ])('is not read from %j, and costs nothing', (text) => {
    expect(ask(noCopyRequest, text)).toEqual({ request: noCopyRequest, asked: { type: 'no-address' } });
  });

  it.each([
    'mum@example.org',
    '  It is mum@example.org. ',
    '<mailto:mum@example.org>',
    'mum@example.org, yes mum@example.org!',
  ])('is read from %j', (text) => {
    expect(ask(noCopyRequest, text).asked).toMatchObject({ type: 'sent', address: 'mum@example.org' });
  });

  it('gets no mail when it has had too many, whatever its letters', () => {
    const told: string[] = [];
    const mayMail = (address: string) => told.push(address) > 1;
    expect(ask(noCopyRequest, 'Mum@Example.org', { mayMail }).asked).toEqual({ type: 'too-many' });
    expect(told).toEqual(['mum@example.org']);
  });

  it('is forgotten when another takes its place, with its code', () => {
    const { request } = ask(asked, 'dad@example.org', { newCode: () => '999999' });
    expect(JSON.stringify(request)).not.toContain('mum@');
    expect(tryCode(request, '012345', start).tried).toEqual({ type: 'wrong', triesLeft: 4 });
  });

  it('is forgotten as soon as it is confirmed, too old, or guessed at too often', () => {
    expect(tryCode(asked, '012345', start).request.pending).toBeNull();
    expect(dropOld(asked, then(15 * MINUTE)).pending).not.toBeNull();
    expect(dropOld(asked, then(15 * MINUTE + 1)).pending).toBeNull();
  });
});

describe('a code', () => {
  it('is asked for three times a day and not a fourth', () => {
    let request = noCopyRequest;
    for (let n = 0; n < 3; n++) request = ask(request, 'mum@example.org', { now: then(n * MINUTE) }).request;
    const late = (ms: number) => ask(request, 'mum@example.org', { now: then(ms) }).asked.type;
    expect(late(3 * MINUTE)).toBe('too-many');
    expect(late(24 * 60 * MINUTE - 1)).toBe('too-many');
    expect(late(24 * 60 * MINUTE)).toBe('sent');
  });

  it('does not confirm after fifteen minutes, nor when none was asked for', () => {
    expect(tryCode(asked, '012345', then(15 * MINUTE + 1)).tried).toEqual({ type: 'over' });
    expect(tryCode(noCopyRequest, '012345', start).tried).toEqual({ type: 'over' });
  });

  it('confirms once', () => {
    const { request, tried } = tryCode(asked, ' It is 012 345. ', then(15 * MINUTE));
    expect(tried).toEqual({ type: 'confirmed', address: 'mum@example.org' });
    expect(tryCode(request, '012345', start).tried).toEqual({ type: 'over' });
  });

  it('can be asked for again in other words without losing a try', () => {
    const { request, tried } = tryCode(asked, 'it has not come', start);
    expect(tried).toEqual({ type: 'no-code' });
    expect(request).toEqual(asked);
  });

  it('is never confirmed by five wrong guesses or more', () => {
    const guess = fc.integer({ min: 0, max: 999_999 }).map((n) => String(n).padStart(6, '0'));
    fc.assert(
      fc.property(fc.array(guess, { minLength: 1, maxLength: 12 }), (guesses) => {
        const wrong = guesses.map((one) => (one === '012345' ? '543210' : one));
        let request = asked;
        const seen = wrong.map((one) => {
          const result = tryCode(request, one, start);
          request = result.request;
          return result.tried.type;
        });
        expect(seen).toEqual(wrong.map((_, index) => (index < 4 ? 'wrong' : 'over')));
        const last = tryCode(request, '012345', start).tried.type;
        expect(last).toBe(wrong.length >= 5 ? 'over' : 'confirmed');
      }),
    );
  });

  it('has six digits, also when it begins with nought', () => {
    for (let n = 0; n < 200; n++) expect(newCode()).toMatch(/^\d{6}$/);
  });
});
