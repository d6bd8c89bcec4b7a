/** The whole service in a process of its own, started as `npm start` starts it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { projectRoot } from '../../src/shared/project-root.ts';

export interface Service {
  readonly url: string;
  /** As a power cut would: no handler runs. */
  kill(): Promise<void>;
  /** As an operator would. @returns the exit status */
  stop(): Promise<number | null>;
}

const COMMAND = ['--import', 'tsx', 'src/main.ts'];

/** Starts the service on a free port. @throws with what it printed when it does not come up */
export async function startService(env: Readonly<Record<string, string>>): Promise<Service> {
  const child = run(env);
  const url = await addressOf(child);
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      await once(child, 'exit');
    }
    return child.exitCode;
  };
  return {
    url,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  };
}

/** Starts a service that is expected not to come up. @returns what it printed, and its exit status */
export async function failToStart(
  env: Readonly<Record<string, string>>,
): Promise<{ readonly said: string; readonly status: number | null }> {
  const child = run(env);
  let said = '';
  child.stderr?.on('data', (text) => (said += String(text)));
  await once(child, 'exit');
  return { said, status: child.exitCode };
}

function run(env: Readonly<Record<string, string>>): ChildProcess {
  const child = spawn(process.execPath, COMMAND, {
    cwd: projectRoot,
    env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // A test that gives up must leave nothing running.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  return child;
}

async function addressOf(child: ChildProcess): Promise<string> {
  let trouble = '';
  child.stderr?.on('data', (text) => (trouble += String(text)));
  if (child.stdout === null) throw new Error('the service has no output');
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /Open (http:\S+?)\/? in a browser/.exec(line)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error(`the service did not start:\n${trouble}`);
}
