import { syllable } from 'syllable';
import { sentencesOf } from './plain-text.ts';

/**
 * Flesch-Kincaid grade: about the school year (American counting) in which a text is read with ease.
 * Grade 5 is a reader of ten; null for a text of fewer than 20 words, about which it says nothing.
 */
export function readingGrade(markdown: string): number | null {
  const sentences = sentencesOf(markdown);
  const words = sentences.flatMap((sentence) => sentence.match(/[\p{L}']+/gu) ?? []);
  if (words.length < 20) return null;
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}
