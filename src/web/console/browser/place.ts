/** Which case the address names: `/console#case=ID`. */
export const place = {
  read: (): string | null => new URLSearchParams(location.hash.slice(1)).get('case'),
  /** A new place in the browser's history, so that Back leads to the case before. */
  write(id: string | null): void {
    if (place.read() === id) return;
    const hash = id === null ? '' : `#case=${encodeURIComponent(id)}`;
    history.pushState(null, '', `${location.pathname}${location.search}${hash}`);
  },
};
