import { z } from 'zod';

const JsonObject = z.record(z.string(), z.unknown());

/** Reads back a column that was written as a JSON object. */
export function jsonObject(text: string): Record<string, unknown> {
  return JsonObject.parse(JSON.parse(text));
}

/** Plain data as the text of a column. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value ?? null);
}

/** Plain data back from a column; whoever asked for it checks its shape. */
export function fromJsonText(text: string): unknown {
  return JSON.parse(text);
}
