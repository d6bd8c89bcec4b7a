import { sqliteCode } from './sqlite-code.ts';

/** The database cannot be used, for a reason that an operator can put right. The message says how. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
}

/** Says in plain words why the database did not open; what is not known comes back as it was. */
export function whyNotOpened(path: string, error: unknown): unknown {
  const why = reason(error);
  return why === null ? error : new DatabaseError(`The database ${path} ${why}`, { cause: error });
}

function reason(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const code = sqliteCode(error) ?? '';
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code))
    return 'is damaged, or is not a database. Put a backup in its place, or move it away to start with an empty one.';
  if (/^SQLITE_BUSY/.test(code)) return 'is in use by another program. Stop that program and start again.';
  if (/^SQLITE_(FULL|IOERR)/.test(code))
    return `cannot be read or written (${code}). See whether the disk is full or failing.`;
  // libsql gives no code when it cannot open a file, only its number at the end.
  if (/^SQLITE_(CANTOPEN|READONLY|PERM)/.test(code) || error.message.endsWith(': 14")') || isFileError(error))
    return 'cannot be opened for writing. See that its folder exists and that this user may write there.';
  if (error.message.startsWith('corrupted migrations'))
    return 'was made by a newer version of Signpost. Start that version, or put an older backup in its place.';
  return null;
}

function isFileError(error: Error): boolean {
  return 'syscall' in error;
}
