import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The content files, wherever they are kept. Paths are relative and use "/". */
export interface Folder {
  list(): readonly string[];
  read(path: string): string;
}

/** Content on disk. Only YAML, Markdown and logos are listed; training examples belong to another room. */
export function diskFolder(dir: string): Folder {
  return {
    list: () =>
      readdirSync(dir, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(ya?ml|md|svg)$/.test(entry.name))
        .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
        .filter((path) => !path.startsWith('training/'))
        .sort(),
    read: (path) => readFileSync(join(dir, path), 'utf8'),
  };
}
