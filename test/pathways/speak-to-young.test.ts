import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { requireKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { speakToYoung } from '../../src/pathways/speak-to-young.ts';
import { projectRoot } from '../../src/shared/project-root.ts';

const knowledge = requireKnowledge(join(projectRoot, 'knowledge'));

describe('words for a young person', () => {
  test.each([
    ["Your child's plan says what your child needs.", 'Your plan says what you need.'],
    ['Ask if your child has to move.', 'Ask if you have to move.'],
    ['The help for your child cannot wait.', 'The help for you cannot wait.'],
    ['They must tell your child.', 'They must tell you.'],
    ['Nothing about children.', 'Nothing about children.'],
  ])('%s', (parent, young) => {
    expect(speakToYoung(parent)).toBe(young);
  });

  test('leave no verb of a third person behind, in any route or time limit', () => {
    const routes = [...knowledge.routes.values()].flatMap((file) => file.routes);
    const texts = [
      ...routes.flatMap(({ lead, steps, warnings, next = '' }) => [
        lead,
        ...steps.map(({ action }) => action),
        ...warnings,
        next,
      ]),
      ...[...knowledge.clocks.values()].flatMap(({ label, late = '', note = '' }) => [label, late, note]),
    ];
    const odd = texts
      .filter((text) => /your child/i.test(text))
      .map(speakToYoung)
      .filter(
        (text) => /\byou (?!this|always|as|yes|perhaps|unless)\w+s\b/i.test(text) || /your child/i.test(text),
      );
    expect(odd).toEqual([]);
  });
});
