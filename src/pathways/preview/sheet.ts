/** One page of the preview: where it goes, what it is called, and its Markdown. */
export interface Sheet {
  readonly path: string;
  readonly title: string;
  readonly markdown: string;
}

/** The folder of a council's sheets; those for families who named none have one of their own. */
export function folderOf(council: string | null): string {
  return council ?? 'no-council';
}
