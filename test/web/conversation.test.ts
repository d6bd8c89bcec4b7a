import { describe, expect, test } from 'vitest';
import { conversationView, NEW } from '../../src/web/view/conversation.ts';
import type { Shown } from '../../src/web/view/shown-activity.ts';

const message = (id: string, who: 'family' | 'bot' | 'adviser'): Shown => ({
  type: 'message',
  id,
  who,
  name: '',
  text: id,
  at: '2026-11-23T10:00:00Z',
  choices: [],
  answer: null,
  clientId: null,
});
const joined: Shown = { type: 'person', id: 'joined', state: 'accepted', name: 'Sam', text: 'Sam is here' };

/** Where in the conversation the page without script opens; -1: nowhere. */
const opensAt = (...said: readonly Shown[]) =>
  conversationView(said).log.findIndex(({ attributes }) => attributes.id === NEW);

describe('the page without script opens', () => {
  test('at the first of several answers', () => {
    expect(opensAt(message('a', 'family'), message('b', 'bot'), message('c', 'bot'))).toBe(1);
  });
  test('where a person came, even before they have said anything', () => {
    expect(opensAt(message('a', 'family'), joined, message('b', 'adviser'))).toBe(1);
  });
  test('at what the family said last, while nobody has answered it', () => {
    expect(opensAt(message('a', 'bot'), joined, message('b', 'family'))).toBe(2);
  });
  test('nowhere in particular when nothing was said', () => {
    expect(opensAt()).toBe(-1);
  });
});
