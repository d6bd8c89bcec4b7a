import type { Storage } from '../../storage/storage.ts';

/**
 * The storage, telling the pump after each commit that put something into the outbox: nobody who writes there
 * has to think of it.
 */
export function wakeAfterCommit(storage: Storage, wake: () => void): Storage {
  return {
    ...storage,
    async transaction(work) {
      let added = false;
      const result = await storage.transaction((tx) => {
        added = false;
        return work({
          ...tx,
          addToOutbox(items) {
            added ||= items.length > 0;
            return tx.addToOutbox(items);
          },
        });
      });
      if (added) wake();
      return result;
    },
  };
}
