import { el, type ViewNode } from '../view/node.ts';

export interface SignInPage {
  /** What went wrong, as a sentence. */
  readonly wrong: string | null;
  /** What was typed, to be put right. */
  readonly login: string;
  /** Where they want to go then. */
  readonly caseId: string | null;
  readonly withPassword: boolean;
  readonly withOidc: boolean;
}

export const SIGN_IN_TITLE = 'Sign in for advisers';
const WORDS = {
  email: 'Your e-mail address',
  password: 'Your password',
  signIn: 'Sign in',
  organisation: 'Sign in with your organisation',
  or: 'Or with an account of this service',
  family: 'Are you looking for help for your child? ',
  chat: 'Open the chat',
} as const;

/** Works without any script. */
export function signInPage({ wrong, login, caseId, withPassword, withOidc }: SignInPage): ViewNode[] {
  const field = (id: string, label: string, attributes: Record<string, string | boolean>) =>
    el(
      'p',
      {},
      el('label', { for: id }, label),
      el('input', {
        id,
        name: id,
        required: true,
        'aria-describedby': wrong === null ? undefined : 'wrong',
        ...attributes,
      }),
    );
  const query = caseId === null ? '' : `?case=${caseId}`;
  const organisation = el(
    'p',
    {},
    el('a', { class: 'button', href: `/console/sign-in/oidc${query}` }, WORDS.organisation),
  );
  const form = el(
    'form',
    { method: 'post', action: '/console/sign-in', class: 'sign-in' },
    field('login', WORDS.email, { type: 'email', autocomplete: 'username', value: login, maxlength: '200' }),
    field('password', WORDS.password, {
      type: 'password',
      autocomplete: 'current-password',
      maxlength: '1000',
    }),
    ...(caseId === null ? [] : [el('input', { type: 'hidden', name: 'case', value: caseId })]),
    el('button', {}, WORDS.signIn),
  );
  return [
    el(
      'body',
      { class: 'page' },
      el('header', {}, el('h1', {}, SIGN_IN_TITLE)),
      el(
        'main',
        {},
        ...(wrong === null ? [] : [el('p', { id: 'wrong', class: 'wrong', role: 'alert' }, wrong)]),
        ...(withOidc ? [organisation] : []),
        ...(withOidc && withPassword ? [el('h2', {}, WORDS.or)] : []),
        ...(withPassword ? [form] : []),
        el('p', {}, WORDS.family, el('a', { href: '/chat' }, WORDS.chat)),
      ),
    ),
  ];
}
