/** The one line on a council's page: a button, and after a click a frame. Until then it asks for nothing. */
const script = document.currentScript as HTMLScriptElement;
const chat = new URL('/chat', script.src);
if (script.dataset.council) chat.searchParams.set('council', script.dataset.council);
const label = script.dataset.label ?? 'Chat about SEND';
/** After that the page's visitor is shown another way in. */
const PATIENCE_MS = 10_000;

const STYLE = `:host{all:initial}
*{box-sizing:border-box;font:700 1.0625rem/1.4 system-ui,sans-serif}
[hidden]{display:none!important}
button,a{min-height:44px;min-width:44px;padding:.6rem 1rem;border:2px solid;border-color:#fff;border-radius:.4rem;background:#0b0c0c;color:#fff;cursor:pointer}
a{display:inline-block}
:focus-visible{outline:3px solid #fd0;outline-offset:0;box-shadow:0 0 0 6px #0b0c0c}
#open{position:fixed;right:1rem;bottom:1rem;z-index:2147483000;max-width:calc(100vw - 2rem)}
section{position:fixed;right:1rem;bottom:1rem;z-index:2147483000;display:flex;flex-direction:column;width:26rem;height:44rem;max-width:calc(100vw - 2rem);max-height:calc(100vh - 2rem);background:#0b0c0c;border:2px solid #0b0c0c;border-radius:.5rem;overflow:hidden;box-shadow:0 0 1.5rem #0008}
div{display:flex;flex-wrap:wrap;justify-content:space-between}
div a,div button{border-color:#0b0c0c}
p{margin:0;padding:1rem;background:#fff;color:#0b0c0c}
iframe{flex:1;min-height:0;width:100%;border:0;background:#fff}
@media(max-width:40em),(max-height:32em){section{inset:0;width:auto;height:auto;max-width:none;max-height:none;border-radius:0}}
.heard{position:absolute;width:1px;height:1px;padding:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
b{min-width:1.6rem;margin-left:.6rem;padding:0 .4rem;border-radius:1rem;background:#fd0;color:#0b0c0c;display:inline-block;text-align:center}
@media(forced-colors:active){b{border:1px solid}}
@media print{:host{display:none}}`;

function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

const link = () => make('a', { href: chat.href, target: '_blank', rel: 'noopener' }, 'Open in a new tab');

function start(): void {
  const badge = make('b', { hidden: true });
  const open = make('button', { id: 'open', type: 'button' }, label, badge);
  const heard = make('p', { className: 'heard' });
  heard.setAttribute('role', 'status');
  const close = make('button', { type: 'button' }, 'Close');
  const failed = make('p', { hidden: true }, 'The chat did not open here. ', link());
  failed.setAttribute('role', 'alert');
  const panel = make('section', { hidden: true }, make('div', {}, link(), close), failed);
  panel.setAttribute('role', 'dialog');
  panel.setAttribute('aria-label', label);
  const frame = make('iframe', { title: label });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  const host = document.createElement('signpost-chat');
  const shadow = host.attachShadow({ mode: 'open' });
  shadow.adoptedStyleSheets = [sheet];
  shadow.append(open, heard, panel);

  let ready = false;
  let unread = 0;
  /** What came while the chat was closed: seen, named and heard. */
  const mark = (count: number) => {
    unread = count;
    const what = ` new message${count > 1 ? 's' : ''}`;
    badge.hidden = count === 0;
    badge.replaceChildren(`${count}`, make('span', { className: 'heard' }, what));
    heard.textContent = count === 0 ? '' : count + what;
  };
  const tell = (signpost: string) => frame.contentWindow?.postMessage({ signpost }, chat.origin);
  const tellShown = () => tell(panel.hidden ? 'closed' : 'opened');
  const show = (shown: boolean) => {
    panel.hidden = !shown;
    open.hidden = shown;
    if (shown) {
      mark(0);
      close.focus();
    } else open.focus();
    if (ready) return tellShown();
    if (frame.isConnected || !shown) return;
    frame.src = chat.href;
    panel.append(frame);
    setTimeout(() => {
      failed.hidden = ready;
    }, PATIENCE_MS);
  };
  open.onclick = () => show(true);
  close.onclick = () => show(false);
  panel.onkeydown = ({ key }) => {
    if (key === 'Escape') show(false);
  };
  addEventListener('message', ({ source, origin, data }) => {
    if (source !== frame.contentWindow || origin !== chat.origin) return;
    const said: unknown = data?.signpost;
    if (said === 'close' && !panel.hidden) show(false);
    if (said === 'news' && panel.hidden) mark(unread + 1);
    if (said !== 'ready') return;
    ready = true;
    failed.hidden = true;
    tellShown();
  });
  document.body.append(host);
}

try {
  start();
} catch {
  // A browser too old for the panel still gets the way in.
  script.after(link());
}
