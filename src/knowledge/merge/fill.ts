/** Puts values into a line of wording: `{name}` becomes `values.name`. */
export function fill(line: string, values: Readonly<Record<string, string>>): string {
  return line.replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) => values[name] ?? whole);
}
