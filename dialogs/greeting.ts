import { fill } from '../src/shared/fill.ts';
import type { Services } from './services.ts';

/**
 * What the bot says first. A council may say its own first paragraph; what the family must know (a program,
 * a person at any time, 999) follows in every case.
 */
export function greeting(services: Pick<Services, 'wording' | 'knowledge'>, council: string | null): string {
  const home = council === null ? undefined : services.knowledge().councils.get(council);
  const [first = '', ...rest] = services.wording.welcome.split('\n\n');
  const opening =
    home?.look.welcome ?? fill(first, { council: home === undefined ? '' : ` for ${home.place}` });
  return [opening, ...rest].join('\n\n');
}
