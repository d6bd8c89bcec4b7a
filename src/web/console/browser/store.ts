/** What the page shows, in one place: every change makes a new state, and the page is drawn from it. */
export interface Store<State> {
  get(): State;
  /** Changes the named parts. */
  set(change: Partial<State> | ((now: State) => Partial<State>)): void;
  /** @returns a function that ends it */
  listen(hear: () => void): () => void;
}

export function createStore<State>(first: State): Store<State> {
  let state = first;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set(change) {
      state = { ...state, ...(typeof change === 'function' ? change(state) : change) };
      for (const hear of listeners) hear();
    },
    listen(hear) {
      listeners.add(hear);
      return () => void listeners.delete(hear);
    },
  };
}
