/**
 * Puts values into a line of wording: `{name}` becomes `values.name`.
 * @throws when nothing fills a place: our own fault, and better than a brace in front of a parent
 */
export function fill(line: string, values: Readonly<Record<string, string>>): string {
  return line.replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`wording has a place {${name}} that nothing fills`);
    return value;
  });
}
