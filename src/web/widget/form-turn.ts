import { browserSecret } from '../../channels/direct-line/browser-cookie.ts';
import type { PageDoor } from '../../channels/direct-line/page-door.ts';
import type { HttpRequest } from '../../channels/route.ts';
import { ProblemError } from '../../shared/problem.ts';
import { activityOf, askedOf } from '../view/form-activity.ts';
import { type Deadline, type Shown, shownActivity } from '../view/shown-activity.ts';
import { WORDS } from '../view/words.ts';
import type { Form } from './form.ts';

/** What the page shows after the form was sent. */
export interface FormTurn {
  readonly token: string;
  readonly said: readonly Shown[];
  readonly notice: string | null;
  readonly draft: string;
}

/**
 * One turn of the chat without script: the same activity that the script would send, in the same kind of
 * conversation. Sending the form twice says it once. What could not be sent stays in the box.
 */
export async function formTurn(
  page: PageDoor,
  council: string | null,
  form: Form,
  headers: HttpRequest['headers'],
): Promise<FormTurn> {
  const { rating, choice, text } = form;
  const asked = rating === undefined ? askedOf('text', choice ?? text) : askedOf('rating', rating);
  let { claims, fresh } = await conversationOf(page, council, form.chat, headers);
  let notice: string | null = fresh && form.begun !== '' ? WORDS.expired : null;
  let draft = '';
  if (form.look !== undefined) {
    draft = form.text;
  } else if (
    asked === null ||
    asked.type === 'calendar' ||
    (asked.type === 'say' && asked.text.trim() === '')
  ) {
    notice = WORDS.empty;
  } else {
    try {
      await page.say(claims, activityOf(asked, form.id));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      if (error.code === 'ConversationEnded') {
        claims = (await page.begin(council, browserSecret(headers))).claims;
        await page.say(claims, activityOf(asked, form.id));
        notice = WORDS.ended;
      } else {
        notice = error.message;
        draft = choice === undefined && rating === undefined ? text : '';
      }
    }
  }
  const token = await page.renew(claims);
  try {
    return { token, said: await shownHistory(page, claims), notice, draft };
  } catch (error) {
    // What they wrote must not be lost because what was said before cannot be read just now.
    if (!(error instanceof ProblemError)) throw error;
    return { token, said: [], notice: error.message, draft };
  }
}

/** What is due on the day of a calendar button. @throws ProblemError when it is not there, or not theirs */
export async function dueOn(
  page: PageDoor,
  form: Form,
  headers: HttpRequest['headers'],
): Promise<readonly [Deadline, ...Deadline[]]> {
  const asked = askedOf('calendar', form.calendar ?? '');
  if (asked?.type !== 'calendar') throw new ProblemError('BadRequest');
  const said = await shownHistory(page, await page.verify(form.chat, headers));
  const message = said.find((one) => one.type === 'message' && one.id === asked.id);
  const days = message?.type === 'message' ? (message.answer?.deadlines ?? []) : [];
  const [first, ...others] = days.filter(({ date }) => date === asked.date);
  if (first === undefined) throw new ProblemError('NotFound');
  return [first, ...others];
}

type Claims = Awaited<ReturnType<PageDoor['verify']>>;

async function conversationOf(
  page: PageDoor,
  council: string | null,
  token: string,
  headers: HttpRequest['headers'],
): Promise<{ claims: Claims; fresh: boolean }> {
  // Without a cookie the browser keeps none: what begins now is not tied to it, or it could never go on.
  const begin = async () => (await page.begin(council, browserSecret(headers))).claims;
  try {
    const claims = await page.verify(token, headers);
    // The conversation with one council is never shown in the name of another.
    return claims.council === council ? { claims, fresh: false } : { claims: await begin(), fresh: false };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { claims: await begin(), fresh: true };
  }
}

async function shownHistory(page: PageDoor, claims: Claims): Promise<Shown[]> {
  return (await page.history(claims)).flatMap((activity) => shownActivity(activity) ?? []);
}
