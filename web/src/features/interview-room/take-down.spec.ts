import { AnswerKeeper, type Manner } from './answer-keeper.js';
import { type Earlier, takeDown } from './take-down.js';

const heard = { text: 'And then it held', timings: [{ from: 0, to: 16, startMs: 500, endMs: 2_000 }] };

function keeping(text: string, manner?: Manner): AnswerKeeper {
  const keeper = new AnswerKeeper(null, { read: () => null, write: () => undefined, forget: () => undefined }, async () => ({ kind: 'saved', revision: 1, savedAt: '2026-11-21T10:00:00.000Z' }));
  if (text !== '') keeper.type(text, manner);
  return keeper;
}
const earlier = (keeper: AnswerKeeper, more: Partial<Earlier> = {}): Earlier => ({ said: keeper.read(), timings: [], durationMs: 4_000, ...more });

describe('what the device heard', () => {
  it('takes the place of what was written about the take before', async () => {
    const keeper = keeping('What I typed');
    expect(takeDown(heard, keeper, 'video', earlier(keeper), false)).toEqual(heard.timings);
    await keeper.flush();
    expect(keeper.read()).toMatchObject({ text: heard.text, kind: 'video', transcriber: 'device' });
  });

  it('stands behind what it heard before where one went on, as its times do', async () => {
    const keeper = keeping('I fixed it.', { kind: 'audio', transcriber: 'device' });
    const known = [{ from: 0, to: 11, startMs: 100, endMs: 3_000 }];
    expect(takeDown(heard, keeper, 'audio', earlier(keeper, { timings: known }), true)).toEqual([...known, { from: 12, to: 28, startMs: 4_500, endMs: 6_000 }]);
    await keeper.flush();
    expect(keeper.read()).toMatchObject({ text: 'I fixed it. And then it held', transcriber: 'device' });
  });

  it('is edited where what stands before it was typed, and has no times behind a part that another page recorded', async () => {
    const keeper = keeping('I fixed it.');
    expect(takeDown(heard, keeper, 'audio', earlier(keeper, { durationMs: null }), true)).toEqual([]);
    await keeper.flush();
    expect(keeper.read()).toMatchObject({ text: 'I fixed it. And then it held', transcriber: 'device_edited' });
  });

  it('overwrites nothing that was typed while its last words came in', async () => {
    const keeper = keeping('');
    const before = earlier(keeper);
    keeper.type('I type this');
    expect(takeDown(heard, keeper, 'video', before, false)).toBeNull();
    await keeper.flush();
    expect(keeper.read().text).toBe('I type this');
  });

  it('bears the name of whoever else wrote it down, and the mark of an edit behind words of another', async () => {
    const [fresh, behind] = [keeping(''), keeping('I fixed it.', { kind: 'audio', transcriber: 'device' })];
    takeDown(heard, fresh, 'audio', earlier(fresh), false, 'openai/whisper-1');
    takeDown(heard, behind, 'audio', earlier(behind), true, 'openai/whisper-1');
    await Promise.all([fresh.flush(), behind.flush()]);
    expect([fresh.read().transcriber, behind.read().transcriber]).toEqual(['openai/whisper-1', 'openai/whisper-1_edited']);
  });
});
