import { afterEach, beforeEach } from 'vitest';
import type { Storage } from '../../../src/storage/storage.ts';

export interface StorageUnderTest {
  /** Opens the same database again each time it is called. */
  open(): Promise<Storage>;
  destroy(): Promise<void>;
}

/** An empty storage before each test of the group, closed and removed after it. */
export function freshStorage(create: () => Promise<StorageUnderTest>): () => Storage {
  let database: StorageUnderTest | null = null;
  let storage: Storage | null = null;
  beforeEach(async () => {
    database = await create();
    storage = await database.open();
  });
  afterEach(async () => {
    await storage?.close();
    await database?.destroy();
    [database, storage] = [null, null];
  });
  return () => {
    if (storage === null) throw new Error('only inside a test');
    return storage;
  };
}
