/** Where commands print. Standard output is the commands' own; the log goes elsewhere. */
export const io = { input: process.stdin, output: process.stdout };

export function print(...lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`);
}

/** For the person at the keyboard; nothing that reads the output sees it. */
export function tell(...lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(`${line}\n`);
}
