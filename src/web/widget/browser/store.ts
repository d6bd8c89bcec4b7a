/**
 * What a browser keeps of a chat: a token that runs out after half an hour, and no word of what was said.
 * Where a page may keep nothing at all, the chat lasts as long as the page.
 */
export interface Session {
  readonly id: string;
  token: string;
}

export interface Store {
  read(): Session | null;
  write(session: Session | null): void;
  /** Calls back when another tab opened a conversation. */
  watch(opened: (session: Session) => void): void;
}

export function createStore(council: string): Store {
  const key = `signpost ${council}`;
  const parse = (text: string | null): Session | null => {
    try {
      const value: unknown = JSON.parse(text ?? 'null');
      const { id, token } = (value ?? {}) as Record<string, unknown>;
      return typeof id === 'string' && typeof token === 'string' ? { id, token } : null;
    } catch {
      return null;
    }
  };
  return {
    read() {
      try {
        return parse(localStorage.getItem(key));
      } catch {
        return null;
      }
    },
    write(session) {
      try {
        if (session === null) localStorage.removeItem(key);
        else localStorage.setItem(key, JSON.stringify(session));
      } catch {
        // Nothing can be kept here; the page still holds the session itself.
      }
    },
    watch(opened) {
      addEventListener('storage', (event) => {
        const session = event.key === key ? parse(event.newValue) : null;
        if (session !== null) opened(session);
      });
    },
  };
}
