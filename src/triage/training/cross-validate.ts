import type { Evaluation } from '../evaluate.ts';
import { evaluate } from '../evaluate.ts';
import { LabelledRow } from '../evaluation/labelled-row.ts';
import type { Triage } from '../schema.ts';
import { type TriageAssets, triageWith } from '../triage-with.ts';
import type { SourcedExample } from './example.ts';
import { foldsOf } from './folds.ts';
import { type Ground, temperaturesFor, trainModel } from './train-model.ts';

/**
 * Figures on examples by models that have not seen them nor anything nearly the same. Each model's
 * temperatures come from the fold before the one it is tried on. Takes minutes.
 */
export function crossValidate(
  examples: readonly SourcedExample[],
  assets: Omit<TriageAssets, 'model'> & Ground,
  opts: { folds: number; today: string; now: () => number },
): Evaluation {
  const fold = foldsOf(examples, opts.folds);
  const told = new Map<string, Triage>();
  for (let out = 0; out < opts.folds; out++) {
    const tuning = (out + 1) % opts.folds;
    const train = examples.filter((_, at) => fold[at] !== out && fold[at] !== tuning);
    const model = trainModel(train, assets, '');
    const held = examples.filter((_, at) => fold[at] === tuning);
    const ready = { ...assets, model: { ...model, temperature: temperaturesFor(model, held, assets) } };
    examples.forEach((example, at) => {
      if (fold[at] === out) told.set(example.text, triageWith(ready, example.text, opts));
    });
  }
  const rows = examples.map((example) => LabelledRow.parse(example));
  const missing = (text: string): never => {
    throw new Error(`no fold holds an example of ${text.length} characters`);
  };
  return evaluate(rows, (text) => told.get(text) ?? missing(text), opts);
}
