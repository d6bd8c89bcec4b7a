const BINS = 10;

/**
 * Expected calibration error: how far, on average, what is said to be right with some chance is right
 * that often. 0 is perfect.
 */
export function calibrationError(answers: readonly { chance: number; right: boolean }[]): number {
  const bins = Array.from({ length: BINS }, () => ({ rows: 0, chance: 0, right: 0 }));
  for (const { chance, right } of answers) {
    const bin = bins[Math.min(BINS - 1, Math.floor(chance * BINS))];
    if (!bin) continue;
    bin.rows++;
    bin.chance += chance;
    bin.right += right ? 1 : 0;
  }
  const gap = bins.reduce((sum, { chance, right }) => sum + Math.abs(chance - right), 0);
  return answers.length === 0 ? 0 : gap / answers.length;
}
