/** Microsoft's Web Chat on a page of its own, as a council that already has it would load it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Route } from '../../../src/channels/route.ts';
import { projectRoot } from '../../../src/shared/project-root.ts';

const CSP =
  "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; connect-src 'self' ws:";

const PAGE = `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Web Chat</title>
<button id="open">Chat</button><div id="webchat" style="height:30rem"></div>
<script>
document.getElementById('open').onclick = () => {
  const script = document.createElement('script');
  script.src = '/web-chat/webchat.js';
  script.onload = async () => {
    const asked = await fetch('/widget/token', {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"council":"dudley"}',
    });
    const { token } = await asked.json();
    const directLine = WebChat.createDirectLine({ domain: location.origin + '/v3/directline', token });
    WebChat.renderWebChat({ directLine }, document.getElementById('webchat'));
  };
  document.head.append(script);
};
</script></html>`;

export function webChatRoutes(): Route[] {
  // The ready-made bundle, which the package does not export by name.
  const bundle = join(projectRoot, 'node_modules/botframework-webchat/dist/webchat.js');
  const packed = gzipSync(readFileSync(bundle), { level: 9 });
  return [
    {
      method: 'GET',
      path: '/web-chat',
      csp: CSP,
      handle: async () => ({ status: 200, body: { content: PAGE, type: 'text/html; charset=utf-8' } }),
    },
    {
      method: 'GET',
      path: '/web-chat/webchat.js',
      handle: async () => ({
        status: 200,
        headers: { 'content-encoding': 'gzip' },
        body: { content: packed, type: 'text/javascript; charset=utf-8' },
      }),
    },
  ];
}
