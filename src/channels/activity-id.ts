/** `conv|0000007`: the same each time it is delivered, and sorted as text it is in order. */
export function activityId(conversationId: string, seq: number): string {
  return `${conversationId}|${String(seq).padStart(7, '0')}`;
}
