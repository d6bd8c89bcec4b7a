/** `npm start`: the settings of the environment, the service, and how it ends. */
import { ConfigError, readConfig } from './config.ts';
import { KnowledgeError } from './knowledge/finding.ts';
import { serve } from './serve.ts';
import { startBanner } from './start-banner.ts';
import { DatabaseError } from './storage/database-error.ts';

try {
  const config = readConfig(process.env);
  const { port, knowledge, stop } = await serve(config);
  for (const line of startBanner(config, port, knowledge)) process.stdout.write(`${line}\n`);

  let stopping = false;
  const end = async () => {
    if (stopping) return;
    stopping = true;
    // A channel that does not answer may still hold a connection of ours, and with it the process.
    await stop().finally(() => process.exit(0));
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
} catch (error) {
  // What an operator can put right is said in plain words; anything else is ours and keeps its trace.
  const expected =
    error instanceof ConfigError || error instanceof KnowledgeError || error instanceof DatabaseError;
  process.stderr.write(
    `Signpost did not start.\n${expected ? error.message : String((error as Error).stack)}\n`,
  );
  // Half a service may be open by now, and would keep the process alive.
  process.exit(1);
}
