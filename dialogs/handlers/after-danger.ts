import { plain, wordCount } from '../hearing/plain.ts';
import { hearSmallTalk } from '../hearing/small-talk.ts';
import { hearYesNo } from '../hearing/yes-no.ts';
import { mindOf } from '../memory.ts';
import { PERSON_DIALOG } from '../person-dialog.ts';
import { reply } from '../reply.ts';
import type { Handler } from './handler.ts';

/** "ok", "thank you I have rung them": longer messages have gone on to something else. */
const SHORT = 10;

/** The first words after the numbers are met kindly; no pathway is pressed on anybody. */
export const afterDanger: Handler = async (dc, { text }, services) => {
  const { memory } = mindOf(dc.context);
  if (memory.danger !== 'now') return false;
  memory.danger = 'said';
  if (dc.activeDialog?.id === PERSON_DIALOG) return false;
  const said = plain(text);
  const { hearing, wording } = services;
  const acknowledged =
    ['thanks', 'willDo', 'acknowledged'].includes(hearSmallTalk(text, hearing) ?? '') ||
    hearYesNo(text, hearing) !== null ||
    /\b(?:thank|thanks|rung|rang|called|ringing|phoned|will do|i will|did that|done that)\b/.test(said);
  if (!acknowledged || wordCount(text) > SHORT) return false;
  const buttons = memory.situation === null ? [] : [wording.buttons.whatNext];
  await dc.context.sendActivity(reply(wording.afterDanger, [...buttons, wording.buttons.person]));
  return true;
};
