import type { RawData } from 'ws';
import { z } from 'zod';

const CaseId = z.string().min(1).max(100);

/** What a screen may say. The same as `FromScreen` in `api.ts`. */
const Frame = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('watch'),
    id: CaseId,
    after: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  }),
  z.strictObject({ type: z.literal('unwatch'), id: CaseId }),
  z.strictObject({ type: z.literal('typing'), id: CaseId }),
  z.strictObject({ type: z.literal('here') }),
]);
export type Frame = z.infer<typeof Frame>;

/** Null for anything that no screen of ours says. */
export function readFrame(data: RawData, isBinary: boolean): Frame | null {
  if (isBinary) return null;
  try {
    return Frame.parse(JSON.parse(String(data)));
  } catch {
    return null;
  }
}
