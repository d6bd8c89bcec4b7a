import { fileURLToPath } from 'node:url';

/** The folder that holds package.json, wherever the process was started. */
export const projectRoot: string = fileURLToPath(new URL('../../', import.meta.url));
