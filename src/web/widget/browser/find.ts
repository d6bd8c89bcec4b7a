/** An element that the server's page always has. */
export const find = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
