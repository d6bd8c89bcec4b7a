import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../../src/knowledge/check/plain-text.ts';
import { readingGrade } from '../../../src/knowledge/check/reading-grade.ts';

describe('the reading grade', () => {
  it('says nothing of a text that is too short', () => {
    expect(readingGrade('Ring them. Ask for help.')).toBeNull();
  });

  it('is low for short words and high for long ones', () => {
    const easy =
      'You can ask for help. It is free. They will not take sides. You can bring a friend with you to the talk.';
    const hard =
      'Considerations regarding educational provision necessitate comprehensive multidisciplinary deliberation, particularly concerning individualised accommodations and appropriate institutional responsibilities throughout.';
    expect(readingGrade(easy)).toBeLessThan(3);
    expect(readingGrade(hard)).toBe(null);
    expect(readingGrade(`${hard} ${hard}`)).toBeGreaterThan(15);
  });

  it('is not moved by addresses, contacts and marks', () => {
    const plain =
      'You can ask for help. It is free. They will not take sides. You can bring a friend with you to the talk.';
    const marked = plain
      .replace('ask for help', '[ask for help](https://www.example.org/extraordinarily-complicated)')
      .replace('It is free', '**It is free**');
    expect(readingGrade(`${marked}\n\n{{contact:disagreement-resolution}}`)).toBe(readingGrade(plain));
  });

  it('takes each item of a list for a sentence, and a wrapped line for one', () => {
    expect(sentencesOf('You can:\n\n- ask the school\n- ask the\n  council\n\nThat is all.')).toEqual([
      'You can:',
      'ask the school',
      'ask the council',
      'That is all.',
    ]);
  });
});
