import { isTaken } from './sqlite-code.ts';
import { VersionConflict } from './storage.ts';

/** @throws VersionConflict when the write would give two rows what must be unique */
export async function orConflict<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    throw isTaken(error) ? new VersionConflict() : error;
  }
}
