// A plain Direct Line client: token, conversation, socket; messages sent again until they are accepted.
import { markdown } from './markdown.js';

const find = (id) => document.getElementById(id);
const [start, say, log, choices, status, text] = ['start', 'say', 'log', 'choices', 'status', 'text'].map(
  find,
);
let session = null;
const shown = new Set();

const councils = await (await fetch('/demo/councils')).json();
find('council').append(...councils.map(({ slug, name }) => new Option(name, slug)));

start.addEventListener('submit', async (event) => {
  event.preventDefault();
  status.textContent = 'Opening the chat…';
  try {
    const council = find('council').value;
    const token = await post('/widget/token', { council });
    const conversation = await post('/v3/directline/conversations', {}, token.token);
    session = { ...conversation, watermark: null };
    start.hidden = true;
    log.hidden = false;
    say.hidden = false;
    status.textContent = '';
    await catchUp();
    listen(session.streamUrl);
    text.focus();
  } catch (error) {
    status.textContent = error.message;
  }
});

say.addEventListener('submit', (event) => {
  event.preventDefault();
  const typed = text.value.trim();
  if (typed === '') return;
  text.value = '';
  send(typed);
});

text.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  say.requestSubmit();
});

async function send(typed) {
  choices.replaceChildren();
  const clientActivityID = crypto.randomUUID();
  show(clientActivityID, typed, true);
  status.textContent = 'Sending…';
  for (let tries = 1; ; tries += 1) {
    try {
      const body = { type: 'message', text: typed, channelData: { clientActivityID } };
      await post(`/v3/directline/conversations/${session.conversationId}/activities`, body, session.token);
      status.textContent = '';
      return await catchUp();
    } catch (error) {
      status.textContent = error.message;
      if (error.final || tries === 5) return;
      await new Promise((resolve) => setTimeout(resolve, tries * 1000));
    }
  }
}

function listen(url) {
  const socket = new WebSocket(url);
  socket.addEventListener('message', ({ data }) => data !== '' && receive(JSON.parse(data)));
  socket.addEventListener('close', async () => {
    await new Promise((resolve) => setTimeout(resolve, 3000));
    try {
      const watermark = session.watermark === null ? '' : `?watermark=${session.watermark}`;
      const again = await get(`/v3/directline/conversations/${session.conversationId}${watermark}`);
      session = { ...session, ...again };
      listen(again.streamUrl);
    } catch {
      status.textContent = 'The connection was lost. Reload the page to start again.';
    }
  });
}

async function catchUp() {
  const watermark = session.watermark === null ? '' : `?watermark=${session.watermark}`;
  receive(await get(`/v3/directline/conversations/${session.conversationId}/activities${watermark}`));
}

function receive({ activities, watermark }) {
  for (const activity of activities) {
    if (activity.type !== 'message') continue;
    const mine = activity.from.id === session.userId || activity.from.role === 'user';
    show(activity.channelData?.clientActivityID ?? activity.id, activity.text ?? '', mine, activity);
  }
  if (watermark !== undefined && watermark !== null) session.watermark = watermark;
}

function show(id, words, mine, activity) {
  if (shown.has(id)) return;
  shown.add(id);
  const article = document.createElement('article');
  article.className = mine ? 'mine' : 'bot';
  article.append(mine ? document.createTextNode(words) : markdown(words));
  log.append(article);
  article.scrollIntoView({ block: 'nearest' });
  if (!mine) choices.replaceChildren(...(activity?.suggestedActions?.actions ?? []).map(choice));
}

function choice({ title, value }) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = title;
  button.addEventListener('click', () => {
    text.focus();
    send(value);
  });
  return button;
}

function post(path, body, token) {
  return call(path, { method: 'POST', body: JSON.stringify(body) }, token);
}

function get(path) {
  return call(path, {}, session.token);
}

async function call(path, options, token) {
  const headers = {
    'content-type': 'application/json',
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
  const response = await fetch(path, { ...options, headers });
  const body = await response.json().catch(() => ({}));
  if (response.ok) return body;
  const error = new Error(body.error?.message ?? 'The chat could not be reached. Please try again.');
  error.final = response.status >= 400 && response.status < 500;
  throw error;
}
