import { type Counterparty, type IsoDate, KINDS, TOPICS } from '../shared/vocabulary.ts';
import { GRAVE } from './cues/danger-signs.ts';
import type { FindCues } from './cues/find-cues.ts';
import { decisionDate } from './decision-date.ts';
import { type Reader, type Reading, readMessage } from './features/read-message.ts';
import { runBlend } from './model/blend.ts';
import { PARTIES } from './model/heads.ts';
import { type Chances, chancesOf, ranked } from './model/predict.ts';
import { sigmoid } from './model/softmax.ts';
import type { TriageModel } from './model/triage-model.ts';
import type { Triage } from './schema.ts';
import type { Thresholds } from './thresholds.ts';
import { readParts, urgencyScore } from './urgency.ts';
import { weighDecided } from './weigh-decided.ts';
import { normalise } from './words/normalise.ts';

/** What triage knows, read from `knowledge/triage`. */
export type TriageAssets = Reader & {
  readonly model: TriageModel;
  readonly findCues: FindCues;
  readonly thresholds: Thresholds;
};

const MOST_TOPICS = 3;

/** Triage of one message with the given knowledge. Never throws, whatever the text. */
export function triageWith(assets: TriageAssets, text: string, opts: { today: IsoDate }): Triage {
  const { vectors, model, thresholds } = assets;
  const normalised = normalise(text);
  const parts = readParts(normalised, assets);
  const labels = runBlend(model.labels, vectors, withoutSigns(normalised, parts, assets));
  const chances = chancesOf(labels, model);
  const danger = sigmoid(urgencyScore(model.urgency, vectors, parts, labels) / model.temperature.urgent);
  const cues = assets.findCues(normalised);
  const dated = decisionDate(normalised, opts.today, cues, chances.topic, thresholds);
  const decided = cues.decisionInHand === true && dated.decisionDate !== null;
  const topic = decided ? weighDecided(chances.topic, thresholds) : chances.topic;
  return {
    ...answers({ ...chances, topic }, thresholds),
    ...urgency(danger, parts, thresholds),
    ...dated,
    cues,
  };
}

/** The whole message read for its labels, to which signs of danger are nothing; without any it has been read so. */
function withoutSigns(normalised: string, [whole]: readonly Reading[], reader: Reader): Reading {
  return whole !== undefined && whole.signs.length === 0 ? whole : readMessage(normalised, reader);
}

function answers(
  chances: Chances,
  lines: Thresholds,
): Pick<Triage, 'kind' | 'counterparty' | 'topics' | 'confidence'> {
  const [kind = 0] = ranked(chances.kind);
  const parties = ranked(chances.party);
  const topics = ranked(chances.topic)
    .slice(0, MOST_TOPICS)
    .filter((at, place) => place === 0 || (chances.topic[at] ?? 0) >= lines.otherTopic);
  const topicChances = topics.map((at) => chances.topic[at] ?? 0);
  return {
    kind: KINDS[kind] ?? 'concern',
    counterparty: bodies(parties, chances.party, lines.secondParty),
    topics: topics.map((at) => TOPICS[at] ?? 'other'),
    confidence: {
      kind: chances.kind[kind] ?? 0,
      counterparty: chances.party[parties[0] ?? 0] ?? 0,
      topic: topicChances[0] ?? 0,
      topics: topicChances,
    },
  };
}

/**
 * Some words are too grave to answer without the safety numbers, whatever the model makes of them; and a
 * few words without any sign of danger ("hello", "stop") are an alarm only when the model is sure.
 */
function urgency(
  danger: number,
  parts: readonly Reading[],
  lines: Thresholds,
): Pick<Triage, 'urgent' | 'maybeUrgent'> {
  const grave = parts.some(({ signs }) => signs.includes(GRAVE));
  const [whole] = parts;
  const tells = whole?.signs.some((sign) => !lines.signsOfNoDanger.includes(sign)) ?? false;
  const bare = whole !== undefined && !tells && whole.rows.length <= lines.fewWords;
  const urgent = danger >= (bare ? lines.urgentInFewWords : lines.urgent);
  const maybe = danger >= (bare ? lines.maybeInFewWords : lines.maybeUrgent);
  return { urgent, maybeUrgent: !urgent && (grave || maybe) };
}

/** The main body, and any other likely enough; none when "none" is the likeliest. */
function bodies(parties: readonly number[], chances: Float32Array, line: number): Counterparty[] {
  const likely = parties.filter((at, place) => place === 0 || (chances[at] ?? 0) >= line);
  const names = likely.map((at) => PARTIES[at] ?? 'none');
  return names[0] === 'none' ? [] : names.filter((name) => name !== 'none');
}
