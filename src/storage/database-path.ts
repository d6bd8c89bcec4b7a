/**
 * Where DATABASE_URL points: a path, or `:memory:`.
 * @throws when it is not a `file:` address; the message names the setting
 */
export function databasePath(url: string): string {
  const path = url.startsWith('file:') ? url.slice('file:'.length) : '';
  // A password may stand in another scheme's address, so the value itself is not repeated.
  if (path === '' || path.startsWith('//') || path.includes('?')) {
    throw new Error('DATABASE_URL must be file:PATH (for example file:./data/signpost.db) or file::memory:');
  }
  return path;
}
