import type { Report } from '../finding.ts';
import type { Parts } from '../load/parts.ts';
import { routeTexts } from '../load/route-texts.ts';
import type { BannedWords } from '../schema/banned-words.ts';
import { bannedIn } from './banned-in.ts';

/** The banned words, looked for in every lead, step, warning and ending of every route. */
export function checkRouteWords(routes: Parts['routes'], banned: BannedWords, report: Report): void {
  for (const read of routes.values()) {
    for (const [index, route] of read?.value.routes.entries() ?? []) {
      for (const { path, text } of routeTexts(route, ['routes', index])) {
        for (const { word, level, why, instead } of bannedIn(text, banned)) {
          const field = path.map(String).join('.');
          const message = `"${word}": ${why}`;
          report({
            level,
            file: read?.file ?? '',
            line: read?.lineOf(path) ?? 1,
            field,
            message,
            fix: instead,
          });
        }
      }
    }
  }
}
