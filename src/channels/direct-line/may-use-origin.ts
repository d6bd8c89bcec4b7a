/** Whether a page of this origin may speak for the council's families. */
export type OriginCheck = (
  council: string | null,
  origin: string | undefined,
  ownOrigin: string,
  trusted?: readonly string[],
) => boolean;

/**
 * A browser always says which page a call comes from, and cannot lie about it. A caller without an
 * origin is no browser, and has no visitor whose trust could be misused.
 *
 * @param originsOf the web origins that a council allows; null when there is no such council
 */
export function originCheck(originsOf: (council: string) => readonly string[] | null): OriginCheck {
  return (council, origin, ownOrigin, trusted = []) => {
    if (origin === undefined || sameHost(origin, ownOrigin)) return true;
    const allowed = [...((council === null ? null : originsOf(council)) ?? []), ...trusted];
    return allowed.some((one) => URL.canParse(one) && new URL(one).origin === origin);
  };
}

/** By host alone: a proxy that speaks TLS for us makes our own scheme unknowable. */
function sameHost(origin: string, ownOrigin: string): boolean {
  return URL.canParse(origin) && URL.canParse(ownOrigin) && new URL(origin).host === new URL(ownOrigin).host;
}
