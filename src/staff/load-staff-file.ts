import { readFileSync } from 'node:fs';
import { ConfigError } from '../config.ts';
import { type Finding, findingInWords } from '../knowledge/finding.ts';
import { readYaml } from '../knowledge/load/read-yaml.ts';
import { StaffFile } from './staff-file.ts';

/**
 * Reads the file that STAFF_FILE names.
 *
 * @param councils the slugs that are loaded
 * @throws ConfigError with every mistake found, by line and field
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
    throw mistakes(path, findings);
  }
  const read = readYaml(path, text, StaffFile, (finding) => findings.push(finding));
  for (const [index, { council }] of (read?.value.councils ?? []).entries()) {
    if (councils.has(council)) continue;
    const at = ['councils', index, 'council'];
    const known = [...councils].join(', ');
    report(read?.lineOf(at) ?? 1, at.join('.'), `No council "${council}" is loaded.`, `Known: ${known}.`);
  }
  if (read === null || findings.length > 0) throw mistakes(path, findings);
  return read.value;
}

function mistakes(path: string, findings: readonly Finding[]): ConfigError {
  return new ConfigError([`STAFF_FILE ${path} has mistakes.`, ...findings.map(findingInWords)].join('\n'));
}
