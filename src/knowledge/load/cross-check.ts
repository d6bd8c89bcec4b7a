/** What no single file can show: references between files, names against places, every topic served. */
import { TOPICS } from '../../shared/vocabulary.ts';
import type { Report } from '../finding.ts';
import { checkPages } from './check-pages.ts';
import { checkRoutes } from './check-routes.ts';
import type { Parts } from './parts.ts';
import type { Read } from './read-yaml.ts';

/** Reports every reference that leads nowhere. Linear in the size of the content. */
export function crossCheck(parts: Parts, report: Report): void {
  uniqueIds('clocks', parts.clocks, parts.clocks?.value.clocks, report);
  uniqueIds('bodies', parts.bodies, parts.bodies?.value.bodies, report);
  uniqueIds('outcomes', parts.advisers, parts.advisers?.value.outcomes, report);
  for (const { advisers } of parts.councils.values()) {
    uniqueIds('outcomes', advisers, advisers?.value.outcomes, report);
  }
  checkPages(parts, report);
  checkRoutes(parts, report);
  for (const topic of TOPICS) {
    if (parts.routes.has(topic)) continue;
    const file = `pathways/${topic}.yaml`;
    report({
      level: 'error',
      file,
      line: 1,
      field: '',
      message: 'This topic has no routes.',
      fix: 'Add the file.',
    });
  }
  for (const [slug, { council }] of parts.councils) {
    if (council === null || council.value.slug === slug) continue;
    report({
      level: 'error',
      file: council.file,
      line: council.lineOf(['slug']),
      field: 'slug',
      message: `"${council.value.slug}" is not the name of its folder.`,
      fix: `Write "${slug}", or rename the folder.`,
    });
  }
  const { answerWording } = parts;
  if (answerWording !== null && !parts.national.has(answerWording.value.sendiassPage)) {
    report({
      level: 'error',
      file: answerWording.file,
      line: answerWording.lineOf(['sendiassPage']),
      field: 'sendiassPage',
      message: `There is no page national/${answerWording.value.sendiassPage}.md.`,
      fix: 'Name the national page about SENDIASS.',
    });
  }
}

function uniqueIds(
  key: string,
  read: Read<unknown> | null,
  list: { id: string }[] = [],
  report: Report,
): void {
  const seen = new Set<string>();
  list.forEach(({ id }, index) => {
    if (read !== null && seen.has(id)) {
      report({
        level: 'error',
        file: read.file,
        line: read.lineOf([key, index, 'id']),
        field: `${key}.${index}.id`,
        message: `"${id}" is there twice.`,
        fix: 'Give one of them another id, or remove it.',
      });
    }
    seen.add(id);
  });
}
