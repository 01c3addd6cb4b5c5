import { jest } from '@jest/globals';
import { type Transcript } from '../../api/speech.js';
import { type Page, RoomScribe } from './room-scribe.js';

const words = (text: string): Transcript => ({ text, transcriber: 'openai/whisper-1', timings: [], fillers: null });
const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

describe('the scribe of a room', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  /** Somebody who writes down "said" and the id of the take, once they are told to. */
  function room() {
    const said: string[] = [];
    const asked: { takeId: string; signal: AbortSignal; answer: (transcript: Transcript) => void; fail: (error: unknown) => void }[] = [];
    const scribe = new RoomScribe({
      plain: (recorded) => (recorded.size === 0 ? Promise.reject(new Error('unreadable')) : Promise.resolve(recorded)),
      write: (takeId, _wav, signal) => new Promise((answer, fail) => { asked.push({ takeId, signal, answer, fail }); signal.addEventListener('abort', () => fail(new Error('stopped'))); }),
      mayPass: (error) => error === 'no connection',
    });
    const page = (takeId: string, bytes = 'sound'): Page => ({ takeId, sound: () => Promise.resolve(new Blob([bytes])), open: () => ({ text }) => { said.push(`${takeId}: ${text}`); } });
    return { scribe, asked, said, page };
  }

  it('has the parts of an answer written one after the other, and other questions meanwhile', async () => {
    const { scribe, asked, said, page } = room();
    scribe.begin(1, page('a'));
    expect(scribe.at(1)).toEqual({ kind: 'getting_ready' });
    scribe.begin(1, page('b'));
    scribe.begin(2, page('c'));
    await pass(0);
    expect([scribe.at(1), scribe.writing(), asked.map(({ takeId }) => takeId)]).toEqual([{ kind: 'listening' }, '1,2', ['a', 'c']]);
    asked[1]!.answer(words('third'));
    asked[0]!.answer(words('first'));
    await pass(0);
    asked[2]!.answer(words('second'));
    await pass(0);
    expect(said).toEqual(['c: third', 'a: first', 'b: second']);
    expect([scribe.at(1), scribe.writing()]).toEqual([null, '']);
  });

  it('sends what it holds again when a reply was lost, and gives up with the reason after a while', async () => {
    const { scribe, asked, said, page } = room();
    scribe.begin(1, page('a'));
    await pass(0);
    asked[0]!.fail('no connection');
    await pass(2_000);
    asked[1]!.answer(words('heard'));
    await pass(0);
    expect(said).toEqual(['a: heard']);
    scribe.begin(1, page('b'));
    await pass(0);
    for (const wait of [2_000, 5_000, 10_000, 0]) {
      asked.at(-1)!.fail('no connection');
      await pass(wait);
    }
    expect([asked.length, scribe.at(1)]).toEqual([6, { kind: 'failed', error: 'no connection' }]);
  });

  it('keeps what could not be written down, to be tried again', async () => {
    const { scribe, asked, said, page } = room();
    scribe.begin(1, page('a'));
    await pass(0);
    asked[0]!.fail('refused');
    await pass(0);
    expect([scribe.at(1), scribe.writing()]).toEqual([{ kind: 'failed', error: 'refused' }, '']);
    scribe.again(1);
    await pass(0);
    asked[1]!.answer(words('heard'));
    await pass(0);
    expect([said, scribe.at(1)]).toEqual([['a: heard'], null]);
  });

  it('is broken off by whoever types instead, and takes nothing that comes late', async () => {
    const { scribe, asked, said, page } = room();
    scribe.begin(1, page('a'));
    await pass(0);
    const settled = jest.fn();
    void scribe.settled(1).then(settled);
    await pass(0);
    expect(settled).not.toHaveBeenCalled();
    scribe.leave(1);
    await pass(0);
    expect([asked[0]!.signal.aborted, scribe.at(1), said]).toEqual([true, null, []]);
    expect(settled).toHaveBeenCalled();
    scribe.begin(1, page('b'));
    await pass(0);
    asked[1]!.answer(words('anew'));
    await pass(0);
    expect(said).toEqual(['b: anew']);
  });

  it('says what is wrong with a recording that this browser cannot read', async () => {
    const { scribe, page } = room();
    scribe.begin(1, page('a', ''));
    await pass(0);
    expect(scribe.at(1)).toMatchObject({ kind: 'failed', error: new Error('unreadable') });
  });
});
