/** Every word of the chat's own, apart from what the bot and the council say. Plain, and reviewed like the bot's. */
export const WORDS = {
  newTab: ' (opens in a new tab)',
  you: 'You',
  bot: 'Signpost',
  adviser: 'An adviser',
  log: 'Conversation',
  messages: 'Messages',
  label: 'Your message',
  hint: 'You do not need to give names. Nothing is sent until you press Send.',
  send: 'Send',
  choices: 'Suggested replies',
  sending: 'Sending',
  sent: 'Sent',
  waiting: 'Waiting for a connection',
  failed: 'Not sent.',
  retry: 'Try again',
  typing: 'Signpost is writing',
  adviserTyping: 'The adviser is writing',
  offline: 'You are offline. What you send is kept here and goes when you are back.',
  lost: 'The connection was lost. Trying again.',
  back: 'You are connected again.',
  empty: 'Write a message first.',
  tooLong: 'That is too long to send at once. Please send a shorter message.',
  expired:
    'Your earlier chat was closed, because nothing happened in it for a while. You can start again here: what you write now begins a new chat.',
  ended: 'This chat has ended. What you write now begins a new one.',
  joined: '{name} has joined. A person is answering you now.',
  left: '{name} has left. You are writing to Signpost, a computer program, again.',
  nobody: 'No adviser could take this chat. You are writing to Signpost, a computer program.',
  rateAnswer: 'Did this answer help?',
  ratePerson: 'Did talking to a person help?',
  yes: 'Yes, it helped',
  no: 'No, it did not help',
  rated: 'Thank you for telling us.',
  calendar: 'Add {day} to my calendar',
  print: 'Print or save this',
  forget: 'Forget this conversation',
  forgetCommand: 'forget this',
  exit: 'Exit this page',
  contacts: 'Contacts',
} as const;

/** Puts values into the `{places}` of a line. */
export function put(line: string, values: Readonly<Record<string, string>>): string {
  return line.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}
