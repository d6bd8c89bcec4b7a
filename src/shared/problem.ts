/** A family may have written of danger in the very message that could not be taken. */
const IN_DANGER = 'If someone is in danger now, ring 999.';

/** Every error a person can meet: a stable code, an HTTP status, and a sentence. Listed in docs/errors.md. */
export const PROBLEMS = {
  BadRequest: { status: 400, message: 'The request could not be read.' },
  BadJson: { status: 400, message: 'The request body is not valid JSON.' },
  SignInBroken: {
    status: 400,
    message: 'That sign-in could not be finished. Nothing is wrong with your account. Please try again.',
  },
  SignedOut: { status: 401, message: 'You are signed out. Please sign in again.' },
  WrongSignIn: { status: 401, message: 'This e-mail address and password do not belong together.' },
  NotAllowed: { status: 403, message: 'Your account may not do this here. Ask whoever runs your service.' },
  MissingToken: { status: 401, message: 'A token is needed. Open the chat again to get one.' },
  BadToken: { status: 403, message: 'This token is not valid here. Open the chat again.' },
  TokenExpired: { status: 403, message: `This token has expired. Open the chat again. ${IN_DANGER}` },
  OriginNotAllowed: { status: 403, message: 'This website may not open the chat.' },
  OtherBrowser: {
    status: 403,
    message: `This chat was begun in another browser. Open the chat again. ${IN_DANGER}`,
  },
  UnknownCouncil: { status: 404, message: 'No council of that name is loaded.' },
  ConversationNotFound: { status: 404, message: 'There is no such conversation. It may have been deleted.' },
  CaseNotFound: { status: 404, message: 'There is no such case, or it is not one of your councils.' },
  NotFound: { status: 404, message: 'There is nothing at this address.' },
  MethodNotAllowed: { status: 405, message: 'This address does not take that kind of request.' },
  ConversationEnded: {
    status: 409,
    message: `This conversation has ended. Open the chat again to start another. ${IN_DANGER}`,
  },
  BodyTooLarge: {
    status: 413,
    message: `That is too long to send at once. Please send a shorter message. ${IN_DANGER}`,
  },
  UnsupportedType: { status: 415, message: 'Only JSON is understood here.' },
  NoUploads: {
    status: 415,
    message: `Files cannot be sent here. Please describe the letter in words instead. ${IN_DANGER}`,
  },
  TooManyRequests: {
    status: 429,
    message: `Too many requests. Please wait a minute and try again. ${IN_DANGER}`,
  },
  BotRejectedActivity: {
    status: 502,
    message: `Sorry, that message could not be handled. Nothing was lost: please send it again. ${IN_DANGER}`,
  },
  SignInUnavailable: {
    status: 503,
    message: 'Your organisation’s sign-in does not answer at the moment. Please try again soon.',
  },
  StorageUnavailable: {
    status: 503,
    message: `The service cannot save messages at the moment. Please try again soon. ${IN_DANGER}`,
  },
  Internal: { status: 500, message: `Something went wrong on our side. Please try again. ${IN_DANGER}` },
} as const satisfies Record<string, { status: number; message: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

/** An error with a code from {@link PROBLEMS}. Only the code and the sentence ever leave the process. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  constructor(code: ProblemCode, options?: { cause?: unknown }) {
    super(PROBLEMS[code].message, options);
    this.code = code;
  }
  get status(): number {
    return PROBLEMS[this.code].status;
  }
}
