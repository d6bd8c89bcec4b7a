import { expect, test } from 'vitest';
import { shortHash } from '../../src/shared/short-hash.ts';

test('conversations are kept under such names, so they never change', () => {
  expect(shortHash('signpost')).toBe('84359f255ff0f6aa7d508523f5691bcfd096f8ef');
});
