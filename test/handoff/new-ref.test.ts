import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { Case } from '../../src/handoff/case.ts';
import { newRef } from '../../src/handoff/new-ref.ts';

test('a reference has six signs that cannot be mistaken for each other, and no vowel to make a word of', () => {
  for (let i = 0; i < 500; i++) {
    const ref = newRef(randomInt);
    expect(Case.shape.ref.safeParse(ref).success).toBe(true);
    expect(ref).not.toMatch(/[AEIOU01]/);
  }
});
