/**
 * Tells the open screens of this process that there is something new. Only hints: whoever hears one reads
 * the storage, so a hint that is lost costs time and never a message.
 */
export type Hint =
  /** Something was added to the conversation. */
  | { readonly type: 'said'; readonly conversationId: string }
  /** A case changed: its row in the queues of this council has to be read again. */
  | {
      readonly type: 'case';
      readonly caseId: string;
      readonly council: string;
      readonly conversationId: string;
    }
  | {
      readonly type: 'typing';
      readonly conversationId: string;
      readonly who: 'family' | 'adviser';
      readonly name: string;
    };

export interface Feed {
  publish(hint: Hint): void;
  /** @returns a function that ends it */
  listen(hear: (hint: Hint) => void): () => void;
}

export function createFeed(): Feed {
  const listeners = new Set<(hint: Hint) => void>();
  return {
    publish(hint) {
      for (const hear of listeners) hear(hint);
    },
    listen(hear) {
      listeners.add(hear);
      return () => void listeners.delete(hear);
    },
  };
}
