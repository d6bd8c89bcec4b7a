import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTalk, type Talk } from '../support/talk.ts';

const NO_HELP =
  "they keep saying he's fine and they won't put any help in for him even though he cant read yet";

describe('a topic that a family puts right', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await startTalk({ council: 'dudley', today: '2026-11-21' });
  });
  afterEach(() => talk.end());

  const say = async (...texts: string[]) => {
    for (const text of texts) await talk.terminal.say({ text });
    return talk.storage.read((tx) => tx.corrections());
  };

  it('is not counted when nothing was put right', async () => {
    expect(await say(NO_HELP, 'thanks')).toEqual([]);
  });

  it('is not counted when the name is of the topic that was heard', async () => {
    expect(await say(NO_HELP, "no, it's about help at school")).toEqual([]);
  });

  it('is counted by its name, without a word of the message', async () => {
    expect(await say(NO_HELP, "no, it's about transport")).toEqual([
      { label: 'topic', from: 'sen-support', to: 'transport', count: 1 },
    ]);
  });

  it('is counted when a question about a date is open', async () => {
    expect(await say(NO_HELP, "no, it's about bullying", 'no, transport')).toEqual([
      { label: 'topic', from: 'bullying-discrimination', to: 'transport', count: 1 },
      { label: 'topic', from: 'sen-support', to: 'bullying-discrimination', count: 1 },
    ]);
  });

  it('is counted when another reading is picked from the choice', async () => {
    const [offer] = await replies("that's not it");
    const [first] = offer?.suggestedActions?.actions ?? [];
    const found = await say(String(first?.value));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ label: 'topic', from: 'sen-support', count: 1 });
  });

  it('is counted when the choice is answered by a name that was not offered', async () => {
    await replies("that's not it");
    expect(await say("it's about the mediation")).toEqual([
      { label: 'topic', from: 'sen-support', to: 'mediation', count: 1 },
    ]);
  });

  it('leaves the kind that was put right before as it is', async () => {
    await say(NO_HELP, "it's not a complaint, I'm just worried");
    const [, answer] = await talk.terminal.say({ text: "no, it's about transport" });
    expect(answer?.text).toContain('a worry, not a complaint');
  });

  async function replies(text: string) {
    await talk.terminal.say({ text: NO_HELP });
    return talk.terminal.say({ text });
  }
});
