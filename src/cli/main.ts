/** The `signpost` command. Each subcommand loads only the rooms it needs: the bot's are slow to load. */
import { Command } from 'commander';

const program = new Command('signpost')
  .description('Tells a family with a SEND worry who to talk to, what their route is and by what date.')
  .showHelpAfterError();

/** Runs a command and leaves its exit status. */
const run =
  <A extends unknown[]>(command: () => Promise<(...args: A) => Promise<number>>) =>
  async (...args: A): Promise<void> => {
    process.exitCode = await (await command())(...args);
  };

program
  .command('chat')
  .description('the conversation of every channel, in the terminal; nothing is kept')
  .option('--council <slug>', 'the council in whose name to talk')
  .action(run(async () => (await import('./chat.ts')).chat));

program
  .command('triage [text]')
  .description('what a message is: kind, whose duty, topics, urgency, date')
  .option('--jsonl', 'one {id, text, today?} a line in, one reading a line out')
  .action(run(async () => (await import('./triage.ts')).triageCommand));

program
  .command('ask [text]')
  .description('the best pages for a question')
  .option('--council <slug>', 'whose parent asks')
  .option('--jsonl', 'one {id, text, council?} a line in, one answer a line out')
  .action(run(async () => (await import('./ask.ts')).askCommand));

program
  .command('pathway')
  .description('the steps for a situation')
  .option(
    '--jsonl',
    'one {id, kind, counterparty, topic, stage, council?, dates?} a line in, one pathway out',
  )
  .action(run(async () => (await import('./pathway.ts')).pathwayCommand));

program
  .command('deadlines')
  .description('the last day for an appeal')
  .option('--jsonl', 'one {id, decision_date, certificate_date} a line in, one answer out')
  .action(run(async () => (await import('./deadlines.ts')).deadlinesCommand));

program
  .command('evaluate [file]')
  .description('precision, recall, F1 and confusion on labelled examples')
  .option('--cv', 'cross-validate on the training examples')
  .action(run(async () => (await import('./evaluate.ts')).evaluateCommand));

program
  .command('corrections')
  .description('how often families put each reading right; no words of theirs')
  .action(run(async () => (await import('./corrections.ts')).correctionsCommand));

const knowledge = program.command('knowledge').description('tools for the editors of the pages');
const council = program.command('council').description('tools for adding a council');

knowledge
  .command('check')
  .description('mistakes by file and line; exit 1 on an error')
  .action(run(async () => (await import('./knowledge.ts')).checkCommand));
knowledge
  .command('coverage')
  .description('which topics each council has pages for')
  .action(run(async () => (await import('./knowledge.ts')).coverageCommand));
knowledge
  .command('stale')
  .description('pages that are due for review')
  .action(run(async () => (await import('./knowledge.ts')).staleCommand));
knowledge
  .command('preview [folder]')
  .description('every page and pathway as a parent would see it, as web pages')
  .action(run(async () => (await import('./knowledge.ts')).previewCommand));
council
  .command('new <name>')
  .description('a folder to fill in for a council')
  .action(run(async () => (await import('./knowledge.ts')).newCouncilCommand));

await program.parseAsync();
