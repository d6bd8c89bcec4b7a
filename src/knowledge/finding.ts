/** What is wrong in the content, said so that an editor who does not program can put it right. */
export interface Finding {
  /** `error` keeps the content from loading or being published; `warning` does not. */
  readonly level: 'error' | 'warning';
  /** Path relative to the knowledge folder. */
  readonly file: string;
  /** Counts from 1. */
  readonly line: number;
  /** Where in the file: `contacts.sendiass.0.phones.0.number`, or empty for the file itself. */
  readonly field: string;
  readonly message: string;
  /** What to do about it. */
  readonly fix: string;
}

/** Takes findings as they are made. */
export type Report = (finding: Finding) => void;

/** One line for a terminal: `national/mediation.md:7 asks: too short. Give at least two.` */
export function findingInWords(finding: Finding): string {
  const field = finding.field === '' ? '' : ` ${finding.field}:`;
  return `${finding.level} ${finding.file}:${finding.line}${field} ${finding.message} ${finding.fix}`;
}

/** The content could not be loaded; nothing of it was taken. */
export class KnowledgeError extends Error {
  override readonly name = 'KnowledgeError';
  readonly findings: readonly Finding[];
  constructor(findings: readonly Finding[]) {
    super(['The knowledge folder has mistakes.', ...findings.map(findingInWords)].join('\n'));
    this.findings = findings;
  }
}
