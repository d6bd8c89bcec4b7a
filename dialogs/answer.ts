/** Sends the pathway, and offers what can come next. */
import type { Activity } from 'botbuilder';
import type { Memory } from './memory.ts';
import { asAnswer, paragraphs, reply } from './reply.ts';
import { gentleNumbers } from './safety.ts';
import { sayBack } from './say-back.ts';
import type { Services } from './services.ts';
import { fill } from './wording.ts';

export interface AnswerOptions {
  /** What was understood has been said already, before a question. */
  readonly saidBack: boolean;
  /** Give the crisis numbers gently, before the answer. */
  readonly gently: boolean;
}

/**
 * The messages that answer the situation in memory; notes in memory which date could still help.
 * @throws when there is no situation: a fault of ours
 */
export function answerMessages(
  services: Services,
  memory: Memory,
  options: AnswerOptions,
): Partial<Activity>[] {
  const { situation } = memory;
  if (situation === null) throw new Error('nothing to answer');
  const { wording } = services;
  const pathway = services.pathway({ ...situation, council: memory.council });
  memory.wants = pathway.wants;
  memory.misses = 0;
  const question = pathway.wants === null ? undefined : wording.dates.questions[pathway.wants];
  const also = memory.also[0];
  const { topics } = services.knowledge().taxonomy;
  const text = paragraphs(
    services.answer(pathway),
    question?.ask === 'after' ? question.say : null,
    memory.council === null ? wording.council.ask : null,
    also === undefined ? wording.next : fill(wording.also, { about: topics[also].about }),
  );
  const buttons = [
    ...(also === undefined ? [] : [topics[also].button]),
    wording.buttons.person,
    wording.buttons.other,
  ];
  return [
    ...(options.gently ? [reply(gentleNumbers(services, memory.council))] : []),
    ...(options.saidBack ? [] : [reply(sayBack(services, situation))]),
    asAnswer(reply(text, buttons), pathway.deadlines),
  ];
}
