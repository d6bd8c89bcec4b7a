/** Sends the pathway, and offers what can come next. */
import type { Activity } from 'botbuilder';
import type { Pathway } from '../src/pathways/schema.ts';
import { fill } from '../src/shared/fill.ts';
import { laterKinds } from './later-end.ts';
import type { Memory } from './memory.ts';
import { asAnswer, paragraphs, reply } from './reply.ts';
import { sayBack } from './say-back.ts';
import type { Services } from './services.ts';

export interface AnswerOptions {
  /** What was understood has been said already, before a question. */
  readonly saidBack: boolean;
  /** A date was asked for, and they do not have it. */
  readonly withoutDate?: boolean;
}

/**
 * The messages that answer the situation in memory; notes in memory which date could still help.
 * @throws when there is no situation: a fault of ours
 */
export function answerMessages(
  services: Services,
  memory: Memory,
  { saidBack, withoutDate = false }: AnswerOptions,
): Partial<Activity>[] {
  const { situation } = memory;
  if (situation === null) throw new Error('nothing to answer');
  const { wording } = services;
  const pathway = services.pathway({ ...situation, council: memory.council });
  memory.wants = pathway.wants;
  memory.misses = 0;
  memory.why = null;
  memory.askedCouncil = memory.council === null;
  const also = memory.also[0];
  const { topics } = services.knowledge().taxonomy;
  const text = paragraphs(
    withoutDate ? wording.dates.withoutDate : null,
    services.answer(pathway),
    invitation(pathway, memory, services),
    memory.council === null ? wording.council.ask : null,
    also === undefined ? wording.next : fill(wording.also, { about: topics[also].about }),
  );
  const buttons = [
    ...(also === undefined ? [] : [topics[also].button]),
    wording.buttons.person,
    wording.buttons.other,
  ];
  return [
    ...(saidBack ? [] : [reply(sayBack(services, situation))]),
    asAnswer(reply(text, buttons), pathway.deadlines),
  ];
}

/** Asks, beside the answer, for a date that would make it better: one that was never given, or a certificate's. */
function invitation(pathway: Pathway, memory: Memory, services: Services): string | null {
  const { questions } = services.wording.dates;
  if (pathway.wants !== null) {
    const question = questions[pathway.wants];
    return question.ask === 'after' ? question.say : null;
  }
  const [later] = laterKinds(pathway, services);
  if (later === undefined || memory.situation?.dates[later] !== undefined) return null;
  return questions[later].say;
}
