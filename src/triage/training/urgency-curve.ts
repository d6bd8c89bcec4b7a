import { readMessage } from '../features/read-message.ts';
import { runBlend } from '../model/blend.ts';
import { sigmoid } from '../model/softmax.ts';
import type { TriageAssets } from '../triage-with.ts';
import { urgencyScore } from '../urgency.ts';
import { normalise } from '../words/normalise.ts';
import type { Example } from './example.ts';
import { readExample } from './train-model.ts';

const RECALLS = [0.9, 0.92, 0.95, 0.98, 0.99];

export type CurvePoint = { recall: number; threshold: number; falseAlarms: number };

/** For each recall worth having, the threshold that gives it and the false alarms it costs. */
export function urgencyCurve(assets: TriageAssets, examples: readonly Example[]): CurvePoint[] {
  const { model, vectors } = assets;
  const scored = examples.map((example) => {
    const labels = runBlend(model.labels, vectors, readMessage(normalise(example.text), assets));
    const score = urgencyScore(model.urgency, vectors, readExample(example, assets), labels);
    return { urgent: example.urgent, chance: sigmoid(score / model.temperature.urgent) };
  });
  const chances = (urgent: boolean) =>
    scored.filter((one) => one.urgent === urgent).map(({ chance }) => chance);
  const yes = chances(true).sort((a, b) => a - b);
  const no = chances(false);
  return RECALLS.map((recall) => {
    const threshold = yes[Math.floor((1 - recall) * yes.length)] ?? 0;
    const falseAlarms = no.filter((chance) => chance >= threshold).length / Math.max(1, no.length);
    return { recall, threshold, falseAlarms };
  });
}
