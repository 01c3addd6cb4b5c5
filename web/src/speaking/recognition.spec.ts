import { joinPhrases } from './phrases.js';
import { deviceSpeech, recognise, type Recogniser, type RecogniserClass } from './recognition.js';

/** A browser's recogniser that hears what it is told to, and ends by itself when it is done. */
function browser(available: string, rounds: readonly (readonly string[])[], { error = '', where = 'processLocally' } = {}) {
  const begun: { processLocally: boolean; track: unknown }[] = [];
  class Heard extends EventTarget implements Recogniser {
    static readonly asked: unknown[] = [];
    static async available(options: unknown): Promise<string> { Heard.asked.push(options); return available; }
    static async install(): Promise<boolean> { return true; }
    lang = '';
    continuous = false;
    interimResults = false;
    declare processLocally: boolean;
    start(track: MediaStreamTrack): void {
      const said = rounds[begun.length] ?? [];
      begun.push({ processLocally: this.processLocally, track });
      queueMicrotask(() => {
        said.forEach((transcript, resultIndex) => this.tell(said.slice(0, resultIndex).concat(transcript), resultIndex));
        if (error !== '') this.dispatchEvent(Object.assign(new Event('error'), { error }));
        this.stop();
      });
    }
    stop(): void { this.dispatchEvent(new Event('end')); }
    private tell(all: readonly string[], resultIndex: number): void {
      this.dispatchEvent(Object.assign(new Event('result'), { resultIndex, results: all.map((transcript) => ({ isFinal: true, 0: { transcript } })) }));
    }
  }
  Object.defineProperty(Heard.prototype, where, { value: false, writable: true });
  return { recogniser: Heard as RecogniserClass, begun, asked: Heard.asked };
}

const track = { kind: 'audio' } as MediaStreamTrack;
const stream = { getAudioTracks: () => [track] } as unknown as MediaStream;
const soon = () => new Promise((resolve) => { setImmediate(resolve); });

describe('recognition on the device', () => {
  it('is asked for on the device alone, and is none where the browser cannot promise that', async () => {
    const { recogniser, asked } = browser('available', []);
    expect(await deviceSpeech('en-GB', recogniser)).toBe('ready');
    expect(asked).toEqual([{ langs: ['en-GB'], processLocally: true }]);
    expect(await deviceSpeech('en-GB', browser('downloadable', []).recogniser)).toBe('to_fetch');
    expect(await deviceSpeech('en-GB', browser('unavailable', []).recogniser)).toBe('none');
    expect(await deviceSpeech('en-GB', browser('available', [], { where: 'somethingElse' }).recogniser)).toBe('none');
    expect(await deviceSpeech('en-GB', undefined)).toBe('none');
  });

  it('does not even listen where it would not run on the device', async () => {
    const { recogniser, begun } = browser('downloadable', [['never heard']]);
    expect(await recognise(stream, 'en-GB', recogniser)).toBeNull();
    expect(begun).toEqual([]);
  });

  it('listens again after each silence, always on the device, and gives back all of it in order', async () => {
    const { recogniser, begun } = browser('available', [['i measured it', 'then'], [], ['i fixed it']]);
    const listening = await recognise(stream, 'en-GB', recogniser);
    await soon();
    expect((await listening?.stop())?.map(({ text }) => text)).toEqual(['i measured it', 'then', 'i fixed it']);
    expect(begun.length).toBeGreaterThanOrEqual(3);
    expect(begun.every((round) => round.processLocally && round.track === track)).toBe(true);
  });

  it('gives up where the browser refuses, and where nothing is ever heard', async () => {
    const refused = browser('available', [[]], { error: 'service-not-allowed' });
    const first = await recognise(stream, 'en-GB', refused.recogniser);
    await soon();
    expect(await first?.stop()).toEqual([]);
    expect(refused.begun).toHaveLength(1);
    const deaf = browser('available', []);
    const second = await recognise(stream, 'en-GB', deaf.recogniser);
    await soon();
    expect(await second?.stop()).toEqual([]);
    expect(deaf.begun.length).toBeLessThan(10);
  });
});

describe('what was recognised', () => {
  it('becomes one text that knows when each of its phrases was said', () => {
    const { text, timings } = joinPhrases([{ text: ' i measured it ', startMs: 100.4, endMs: 900 }, { text: '  ', startMs: 1000, endMs: 1100 }, { text: 'then I  fixed it', startMs: 1200, endMs: 2400 }]);
    expect(text).toBe('I measured it then I fixed it');
    expect(timings).toEqual([{ from: 0, to: 13, startMs: 100, endMs: 900 }, { from: 14, to: 29, startMs: 1200, endMs: 2400 }]);
    expect(timings.map(({ from, to }) => text.slice(from, to))).toEqual(['I measured it', 'then I fixed it']);
    expect(joinPhrases([])).toEqual({ text: '', timings: [] });
  });
});
