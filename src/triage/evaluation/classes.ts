/** How one class fared. `rows` counts the messages whose first right answer it is. */
export type ClassFigures = { name: string; precision: number; recall: number; f1: number; rows: number };

export type ClassReport = {
  classes: ClassFigures[];
  macroF1: number;
  accuracy: number;
  /** [right][told] */
  confusion: Record<string, Record<string, number>>;
};

/** An answer that is any of the right ones is right, and counts for the class that was told. */
export function classReport(answers: readonly { right: readonly string[]; told: string }[]): ClassReport {
  const judged = answers.map(({ right, told }) => ({
    right: right.includes(told) ? told : (right[0] ?? ''),
    told,
  }));
  const names = [...new Set(judged.flatMap(({ right, told }) => [right, told]))].sort();
  const classes = names.map((name) => figures(name, judged));
  const present = classes.filter(({ rows }) => rows > 0);
  const confusion: ClassReport['confusion'] = {};
  for (const { right, told } of judged) {
    const line = confusion[right] ?? {};
    line[told] = (line[told] ?? 0) + 1;
    confusion[right] = line;
  }
  return {
    classes,
    macroF1: mean(present.map(({ f1 }) => f1)),
    accuracy: mean(judged.map(({ right, told }) => (right === told ? 1 : 0))),
    confusion,
  };
}

function figures(name: string, judged: readonly { right: string; told: string }[]): ClassFigures {
  const rows = judged.filter(({ right }) => right === name).length;
  const told = judged.filter((one) => one.told === name).length;
  const both = judged.filter(({ right, told }) => right === name && told === name).length;
  const precision = told === 0 ? 0 : both / told;
  const recall = rows === 0 ? 0 : both / rows;
  return { name, precision, recall, f1: both === 0 ? 0 : (2 * both) / (rows + told), rows };
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
