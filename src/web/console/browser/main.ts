/** The advisers' page: everything that `/console` loads begins here. */
import { h, render } from 'preact';
import { start } from './start.ts';
import { FIRST_STATE, type State } from './state.ts';
import { createStore } from './store.ts';
import { App } from './view/app.tsx';

const store = createStore<State>(FIRST_STATE);
const acts = await start(store);
render(h(App, { store, acts }), document.getElementById('app') ?? document.body);
