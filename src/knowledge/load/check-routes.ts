import type { Report } from '../finding.ts';
import { ROLES } from '../schema/contact.ts';
import type { RouteFile } from '../schema/route.ts';
import type { Path } from './locate.ts';
import type { Parts } from './parts.ts';
import { placeholders } from './placeholders.ts';
import type { Read } from './read-yaml.ts';
import { routeTexts } from './route-texts.ts';

/** Checks every route's id, pages, clocks, bodies and placeholders. */
export function checkRoutes(parts: Parts, report: Report): void {
  const clocks = parts.clocks === null ? null : new Set(parts.clocks.value.clocks.map(({ id }) => id));
  const bodies = parts.bodies === null ? null : new Set(parts.bodies.value.bodies.map(({ id }) => id));
  const seen = new Set<string>();
  for (const [name, file] of parts.routes) {
    if (file === null) continue;
    const say = teller(file, report);
    if (file.value.topic !== name) say(['topic'], `"${file.value.topic}" is not the name of its file.`);
    file.value.routes.forEach((route, index) => {
      const at: Path = ['routes', index];
      if (seen.has(route.id)) say([...at, 'id'], `"${route.id}" is there twice.`);
      seen.add(route.id);
      if (!route.id.startsWith(`${file.value.topic}.`))
        say([...at, 'id'], `"${route.id}" does not begin with its topic.`);
      route.clocks.forEach((id, i) => {
        if (clocks?.has(id) === false) say([...at, 'clocks', i], `There is no clock "${id}".`);
      });
      route.steps.forEach((step, i) => {
        const here: Path = [...at, 'steps', i];
        if (!parts.national.has(step.page))
          say([...here, 'page'], `There is no page national/${step.page}.md.`);
        if (step.clock !== undefined && clocks?.has(step.clock) === false) {
          say([...here, 'clock'], `There is no clock "${step.clock}".`);
        }
        if (step.body !== undefined && bodies?.has(step.body) === false) {
          say([...here, 'body'], `There is no national body "${step.body}".`);
        }
      });
      for (const { path, text } of routeTexts(route, at)) {
        for (const { whole, kind, name: id } of placeholders(text)) {
          const known =
            (kind === 'date' && (clocks === null || clocks.has(id))) ||
            (kind === 'contact' && ROLES.some((role) => role === id)) ||
            (kind === 'body' && (bodies === null || bodies.has(id)));
          if (!known) say(path, `${whole} is not known.`);
        }
      }
    });
  }
}

function teller(file: Read<RouteFile>, report: Report) {
  return (path: Path, message: string) =>
    report({
      level: 'error',
      file: file.file,
      line: file.lineOf(path),
      field: path.map(String).join('.'),
      message,
      fix: 'Correct the name.',
    });
}
