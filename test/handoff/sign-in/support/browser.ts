/** As much of a browser as a sign-in needs: it follows redirects and keeps cookies, each for its own host. */
export interface Browser {
  /** Goes there and on; stops before an address for which `stopBefore` is true. */
  go(address: string, stopBefore?: (address: string) => boolean): Promise<Visited>;
  /** What the host has set, as a `Cookie` header. */
  cookies(address: string): string;
  /** Keeps a cookie from before. */
  put(address: string, cookie: string): void;
}

export interface Visited {
  readonly address: string;
  readonly status: number;
  readonly text: string;
}

export function browser(): Browser {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = (address: string) => {
    const { host } = new URL(address);
    const jar = jars.get(host) ?? new Map<string, string>();
    jars.set(host, jar);
    return jar;
  };
  const cookies = (address: string) =>
    [...jarOf(address)].map(([name, value]) => `${name}=${value}`).join('; ');
  const keep = (address: string, line: string) => {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    const value = pair.slice(at + 1);
    if (value === '') jarOf(address).delete(pair.slice(0, at));
    else jarOf(address).set(pair.slice(0, at), value);
  };
  return {
    cookies,
    put: keep,
    async go(first, stopBefore = () => false) {
      let address = first;
      for (let steps = 0; steps < 12; steps++) {
        const answered = await fetch(address, { redirect: 'manual', headers: { cookie: cookies(address) } });
        for (const line of answered.headers.getSetCookie()) keep(address, line);
        const location = answered.headers.get('location');
        const text = await answered.text();
        if (location === null) return { address, status: answered.status, text };
        const next = new URL(location, address).href;
        if (stopBefore(next)) return { address: next, status: answered.status, text };
        address = next;
      }
      throw new Error('too many redirects');
    },
  };
}
