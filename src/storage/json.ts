import { z } from 'zod';

const JsonObject = z.record(z.string(), z.unknown());

/** Reads back a column that was written as a JSON object. */
export function jsonObject(text: string): Record<string, unknown> {
  return JsonObject.parse(JSON.parse(text));
}
