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

const adviser = program
  .command('adviser')
  .description('accounts of the people who answer families; WHO is a login, or what "list" shows');
const fromStdin = ['--password-stdin', 'read the password from standard input; else one is made'] as const;

adviser
  .command('add')
  .description('a new account')
  .requiredOption('--name <name>', 'what families are told: a first name or a role')
  .requiredOption('--login <e-mail>', 'the address they sign in with')
  .requiredOption('--council <slugs...>', 'whose cases they see')
  .option(...fromStdin)
  .action(run(async () => (await import('./adviser.ts')).addCommand));
adviser
  .command('list')
  .description('everybody who can sign in, or could')
  .action(run(async () => (await import('./adviser.ts')).listCommand));
adviser
  .command('disable <who>')
  .description('ends the account and its sign-ins at once')
  .action(run(async () => (await import('./adviser.ts')).disableCommand));
adviser
  .command('enable <who>')
  .description('takes that back')
  .action(run(async () => (await import('./adviser.ts')).enableCommand));
adviser
  .command('password <who>')
  .description('a new password; ends the sign-ins of the old one')
  .option(...fromStdin)
  .action(run(async () => (await import('./adviser.ts')).passwordCommand));
adviser
  .command('councils <who> <slugs...>')
  .description('whose cases they see from now on')
  .action(run(async () => (await import('./adviser.ts')).councilsCommand));

await program.parseAsync();
