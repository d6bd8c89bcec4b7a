/** Microsoft's own stand-in for Teams, in a process of its own, and what a member of staff does in it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { projectRoot } from '../../../src/shared/project-root.ts';
import { freePort } from '../../support/free-port.ts';

const PLAYGROUND = join(projectRoot, 'node_modules/@microsoft/m365agentsplayground/cli.js');
const FOLDER = join(projectRoot, 'deploy/teams/playground');
export const STAFF_FILE = join(FOLDER, 'staff.yaml');

export interface Playground {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts it for a service; resolves when it listens. It asks nobody for anything: no telemetry, no browser. */
export async function startPlayground(service: string): Promise<Playground> {
  const cwd = await mkdtemp(join(tmpdir(), 'signpost-playground-'));
  const port = await freePort();
  const args = ['start', '-e', `${service}/api/messages`, '-c', 'msteams', '--dt', '-p', String(port)];
  const child = spawn(process.execPath, [PLAYGROUND, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH ?? '',
      HOME: cwd,
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: join(FOLDER, 'agentsplayground.yml'),
      M365_AGENTS_PLAYGROUND_LOGFILE: join(cwd, 'playground.log'),
    },
  });
  child.stderr.resume();
  await listening(child);
  return {
    url: `http://localhost:${port}`,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGKILL');
        await once(child, 'exit');
      }
      await rm(cwd, { recursive: true, force: true });
    },
  };
}

async function listening(child: ChildProcess): Promise<void> {
  if (child.stdout === null) throw new Error('the Playground has no output');
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.includes('Listening on')) {
      child.stdout.resume();
      return;
    }
  }
  throw new Error(`the Playground ended with ${child.exitCode}`);
}

/** Opens Teams as its current user; what the page would fetch from elsewhere is refused. */
export async function openTeams(context: BrowserContext, { url }: Playground): Promise<Page> {
  await context.route(
    (address) => !['localhost', '127.0.0.1'].includes(address.hostname),
    (route) => route.abort(),
  );
  const page = await context.newPage();
  // It comes up some moments after its port does.
  for (let attempt = 1; ; attempt++) {
    try {
      await page.goto(url);
      break;
    } catch (error) {
      if (attempt === 20) throw error;
      await once(AbortSignal.timeout(250), 'abort');
    }
  }
  await page.getByRole('treeitem', { name: 'Personal Chat' }).waitFor();
  await page.getByRole('button', { name: 'Hide log panel' }).click();
  return page;
}

export async function openPersonal(page: Page): Promise<void> {
  await page.getByRole('treeitem', { name: 'Personal Chat' }).click();
}

export async function openChannel(page: Page, name: string): Promise<void> {
  await page.getByRole('treeitem', { name: new RegExp(`${name}$`) }).click();
}

/** Writes in the chat that is open. */
export async function write(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox').last().click();
  await page.keyboard.insertText(words);
  await page.getByRole('button', { name: 'Send Message' }).click();
}

/** Words that stand in the open chat, the last time they do. */
export function last(page: Page, words: string | RegExp): Locator {
  return page.getByText(words).last();
}

/** Writes a new post in the channel that is open, to the bot. */
export async function post(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox').first().click();
  await page.keyboard.type('@');
  await page.locator('.typeahead-popover, [role=listbox]').getByText('Signpost', { exact: true }).click();
  await page.keyboard.insertText(` ${words}`);
  await page.getByRole('button', { name: 'Post', exact: true }).click();
}
