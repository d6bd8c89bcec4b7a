/** Situation in, pathway out. Deterministic: the same situation, day and content give the same steps. */
import type { Knowledge } from '../knowledge/knowledge.ts';
import { halvesOf, pageFor, uniqueSources } from '../knowledge/merge/pages-for.ts';
import { contactsIn, render } from '../knowledge/merge/render.ts';
import type { Page } from '../knowledge/schema/page.ts';
import type { Route, RouteStep } from '../knowledge/schema/route.ts';
import type { IsoDate } from '../shared/vocabulary.ts';
import { chooseRoute } from './choose-route.ts';
import { dayToSay } from './deadline-line.ts';
import { deadlinesOf } from './deadlines-of.ts';
import type { Deadline, Pathway, Situation } from './schema.ts';
import { speakToYoung } from './speak-to-young.ts';
import { withDays } from './with-days.ts';
import { withSendiass } from './with-sendiass.ts';

export interface PathwayOptions {
  /** The day it is in England. */
  readonly today: IsoDate;
  readonly knowledge: Knowledge;
}

/** The steps for one family, in order, each with who, how, by when, and the page it comes from. */
export function pathway(situation: Situation, options: PathwayOptions): Pathway {
  return pathwayAlong(chooseRoute(situation, options.knowledge), situation, options);
}

/** The same along a given route, whatever its conditions. */
export function pathwayAlong(
  route: Route,
  situation: Situation,
  { today, knowledge }: PathwayOptions,
): Pathway {
  const { council, topic, dates } = situation;
  const steps = topic === 'safeguarding' ? route.steps : withSendiass(route.steps, knowledge);
  const deadlines = deadlinesOf(route, dates, { today, knowledge });
  const address = situation.cues.youngPerson === true ? speakToYoung : (text: string) => text;
  const words = (text: string) => render(address(withDays(text, deadlines, knowledge)), knowledge, council);
  const pages = pagesOf(steps, knowledge, council);
  const marks = steps.map(contactMarks);
  const shown = [
    route.lead,
    ...steps.map(({ action }) => action),
    ...route.warnings,
    route.next ?? '',
    ...marks.flat(),
  ];
  const contacts = shown.flatMap((text) => contactsIn(text, knowledge, council));
  return {
    route: route.id,
    topic,
    today,
    lead: words(route.lead),
    deadlines,
    steps: steps.map((step, index) => ({
      who: step.who,
      action: words(step.action),
      page: step.page,
      contacts: (marks[index] ?? []).flatMap((mark) => words(mark).split('\n\n')),
      ...byWhen(step, deadlines, today),
    })),
    warnings: route.warnings.map(words),
    ...(route.next === undefined ? {} : { next: words(route.next) }),
    wants: route.wants !== undefined && dates[route.wants] === undefined ? route.wants : null,
    pages: pages.map(({ id }) => id),
    // The main source of each thing used: a parent follows one link, not twenty.
    sources: uniqueSources(
      [...deadlines, ...pages.flatMap(({ id }) => halvesOf(knowledge, council, id)), ...contacts].flatMap(
        ({ sources }) => sources.slice(0, 1),
      ),
    ),
    overdue: pages
      .filter(({ reviewBy }) => reviewBy < today)
      .map(({ title, reviewBy }) => ({ title, reviewBy })),
  };
}

function pagesOf(steps: readonly RouteStep[], knowledge: Knowledge, council: string | null): Page[] {
  const ids = [...new Set(steps.map(({ page }) => page))];
  return ids.flatMap((id) => pageFor(knowledge, council, id) ?? []);
}

/** Each on a line of its own, so that several contacts of one role become a list. */
function contactMarks({ contact, body }: RouteStep): string[] {
  return [
    ...(contact === undefined ? [] : [`{{contact:${contact}}}`]),
    ...(body === undefined ? [] : [`{{body:${body}}}`]),
  ];
}

function byWhen({ clock }: RouteStep, deadlines: readonly Deadline[], today: IsoDate): { by?: IsoDate } {
  const deadline = deadlines.find(({ id }) => id === clock);
  return deadline === undefined ? {} : { by: dayToSay(deadline, today) };
}
