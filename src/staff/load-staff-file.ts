import { readFileSync } from 'node:fs';
import { type Finding, findingInWords } from '../knowledge/finding.ts';
import { readYaml } from '../knowledge/load/read-yaml.ts';
import { StaffFile } from './staff-file.ts';

/** The staff file cannot be used; the message says where and why, and names nobody in it. */
export class StaffFileError extends Error {
  override readonly name = 'StaffFileError';
  constructor(path: string, findings: readonly Finding[]) {
    super([`The staff file ${path} has mistakes.`, ...findings.map(findingInWords)].join('\n'));
  }
}

/**
 * Reads the file that STAFF_FILE names.
 *
 * @param councils the slugs that are loaded
 * @throws StaffFileError with every mistake found, by line and field
 */
export function loadStaffFile(path: string, councils: ReadonlySet<string>): StaffFile {
  const findings: Finding[] = [];
  const report = (line: number, field: string, message: string, fix: string) =>
    findings.push({ level: 'error', file: path, line, field, message, fix });
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    report(1, '', 'It cannot be read.', 'Check STAFF_FILE and who may read the file.');
    throw new StaffFileError(path, findings);
  }
  const read = readYaml(path, text, StaffFile, (finding) => findings.push(finding));
  for (const [index, { council }] of (read?.value.councils ?? []).entries()) {
    if (councils.has(council)) continue;
    const at = ['councils', index, 'council'];
    const known = [...councils].join(', ');
    report(read?.lineOf(at) ?? 1, at.join('.'), `No council "${council}" is loaded.`, `Known: ${known}.`);
  }
  if (read === null || findings.length > 0) throw new StaffFileError(path, findings);
  return read.value;
}
