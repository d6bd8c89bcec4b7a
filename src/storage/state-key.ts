/**
 * The key of a piece of state that belongs to one conversation. State kept under any other key
 * outlives {@link StorageWork.forgetConversation}, so nothing about a family may be.
 */
export function stateKey(conversationId: string, part: string): string {
  return `${stateKeyPrefix(conversationId)}${part}`;
}

/** What every state key of the conversation begins with; no other conversation's key does. */
export function stateKeyPrefix(conversationId: string): string {
  return `${encodeURIComponent(conversationId)}/`;
}
