/** What the adviser's page asks of the server: see `api.ts`. Every answer is for who is signed in, and theirs. */
import { z } from 'zod';
import { type HttpRequest, json, type Route } from '../../channels/route.ts';
import { fromRow } from '../../handoff/case-row.ts';
import { AdviserCommand } from '../../handoff/command.ts';
import { dayInEngland } from '../../shared/clock.ts';
import { ProblemError } from '../../shared/problem.ts';
import { caseLine } from './case-line.ts';
import { caseFilter } from './case-query.ts';
import { caseSheet } from './case-sheet.ts';
import { colleaguesOf } from './colleagues.ts';
import type { ConsoleDeps } from './deps.ts';
import { exportCase } from './export-case.ts';
import type { Guard } from './guard.ts';
import { inserts } from './inserts.ts';
import { MeChange, meOf } from './me.ts';
import { queueOf } from './queue.ts';
import { readSaid } from './read-said.ts';
import type { Visit } from './visits.ts';

const PAGE = 50;
const MOST_WORDS = 300;

const CommandBody = z.strictObject({ id: z.string().min(8).max(100), command: AdviserCommand });
const After = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

export function apiRoutes(deps: ConsoleDeps, guard: Guard): Route[] {
  const { storage, desk, clock, log, search } = deps;
  const knowledge = () => search().knowledge;
  const today = () => dayInEngland(clock.now());
  const options = () => ({ knowledge: knowledge(), today: today() });
  const idOf = ({ params }: HttpRequest) => params.id ?? '';
  const read = (path: string, handle: Parameters<Guard>[1]): Route => ({
    method: 'GET',
    path: `/console/api/${path}`,
    handle: guard('read', handle),
  });
  const act = (path: string, handle: Parameters<Guard>[1]): Route => ({
    method: 'POST',
    path: `/console/api/${path}`,
    handle: guard('act', handle),
  });
  const sheetOf = (caseId: string, visit: Visit) =>
    storage.read(async (tx) => caseSheet(tx, (await desk.read(tx, caseId, visit)).value, options()));
  /** @throws ProblemError NotAllowed for a council that is not theirs */
  const ownCouncil = ({ query }: HttpRequest, { ref, councils }: Visit): string => {
    const council = query.get('council') ?? '';
    if (councils.includes(council)) return council;
    log.warn({ adviser: ref.id }, "something of another service's council was asked for");
    throw new ProblemError('NotAllowed');
  };

  return [
    read('me', async (_, visit) => json(200, meOf(visit, knowledge()))),
    act('me', async ({ body }, visit) => {
      const change = parsed(MeChange, body);
      const adviser = await storage.transaction(async (tx) => {
        const before = (await tx.adviser(visit.ref.id)) ?? visit.session.adviser;
        const after = {
          ...before,
          onDuty: change.onDuty ?? before.onDuty,
          settings: change.settings ?? before.settings,
        };
        await tx.saveAdviser(after);
        return after;
      });
      return json(200, meOf({ ...visit, session: { ...visit.session, adviser } }, knowledge()));
    }),
    read('queue', async (_, visit) =>
      json(200, await storage.read((tx) => queueOf(tx, visit, { ...options(), now: clock.now() }))),
    ),
    read('cases', async ({ query }, { councils }) => {
      const rows = await storage.read((tx) => tx.cases(caseFilter(query, councils, PAGE + 1)));
      const cases = rows.slice(0, PAGE).map((row) => caseLine(fromRow(row).value, options()));
      return json(200, { cases, more: rows.length > PAGE });
    }),
    read('cases/:id', async (request, visit) => json(200, await sheetOf(idOf(request), visit))),
    read('cases/:id/said', async (request, visit) => {
      const after = parsed(After, request.query.get('after') ?? 0);
      const said = await storage.read(async (tx) =>
        readSaid(tx, (await desk.read(tx, idOf(request), visit)).value, after),
      );
      return json(200, said);
    }),
    act('cases/:id/commands', async (request, visit) => {
      const { id, command } = parsed(CommandBody, request.body);
      if (command.type === 'close') {
        const { value } = await storage.read((tx) => desk.read(tx, idOf(request), visit));
        const known = knowledge().advisers(value.council).outcomes;
        // Reports count the outcomes, so nobody makes up one of their own.
        if (!known.some((one) => one.id === command.outcome)) throw new ProblemError('BadRequest');
      }
      const acted = await desk.act(idOf(request), visit, command, id);
      if (!acted.ok) return json(409, { refusal: acted.refusal });
      return json(200, await sheetOf(idOf(request), visit));
    }),
    read('cases/:id/export', async (request, visit) => {
      const about = { desk, knowledge: knowledge(), now: clock.now() };
      const { text, of } = await storage.transaction((tx) => exportCase(tx, about, idOf(request), visit));
      const { id: caseId, council, conversationId } = of;
      deps.feed.publish({ type: 'case', caseId, council, conversationId });
      return {
        status: 200,
        headers: { 'content-disposition': `attachment; filename="signpost-${of.ref}.txt"` },
        body: { content: text, type: 'text/plain; charset=utf-8' },
      };
    }),
    read('colleagues', async (request, visit) => {
      const council = ownCouncil(request, visit);
      const colleagues = await storage.read((tx) => colleaguesOf(tx, council, visit.ref.id));
      return json(200, { colleagues });
    }),
    read('pages', async (request, visit) => {
      const council = ownCouncil(request, visit);
      const words = (request.query.get('words') ?? '').trim().slice(0, MOST_WORDS);
      const caseId = request.query.get('case');
      const of = caseId === null ? null : await storage.read((tx) => desk.read(tx, caseId, visit));
      const situation = of?.value.situation ?? null;
      return json(200, { pages: inserts(search(), { council, words, situation, today: today() }) });
    }),
  ];
}

/** @throws ProblemError BadRequest */
function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const read = schema.safeParse(value);
  if (!read.success) throw new ProblemError('BadRequest');
  return read.data;
}
