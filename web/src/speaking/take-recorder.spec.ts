import { jest } from '@jest/globals';
import { type Recorded, TakeRecorder } from './take-recorder.js';

/** The browser's recorder: gives a piece when asked for one, and the rest when it stops. */
class FakeMediaRecorder extends EventTarget {
  static last: FakeMediaRecorder;
  state = 'inactive';
  constructor(readonly stream: unknown, readonly options: MediaRecorderOptions) {
    super();
    FakeMediaRecorder.last = this;
  }
  start(): void { this.state = 'recording'; }
  stop(): void {
    this.state = 'inactive';
    this.give('the rest');
    this.dispatchEvent(new Event('stop'));
  }
  requestData(): void { this.give('asked for'); }
  give(bytes: string): void { this.dispatchEvent(Object.assign(new Event('dataavailable'), { data: new Blob([bytes]) })); }
  fail(): void { this.dispatchEvent(new Event('error')); }
}

/** The browser's measuring: one second of a tone, then silence. */
class FakeAudioContext {
  state = 'running';
  createMediaStreamSource() { return { connect: () => undefined }; }
  async close(): Promise<void> { this.state = 'closed'; }
}
class FakeAnalyser {
  fftSize = 4;
  getFloatTimeDomainData(samples: Float32Array): void { samples.fill(performance.now() - begunAt < 1_000 ? 0.5 : 0); }
}
let begunAt = 0;

describe('the recorder of a take', () => {
  const page = new EventTarget() as EventTarget & { hidden: boolean };
  beforeEach(() => {
    jest.useFakeTimers();
    begunAt = performance.now();
    Object.assign(globalThis, { MediaRecorder: FakeMediaRecorder, AudioContext: FakeAudioContext, AnalyserNode: FakeAnalyser, document: Object.assign(page, { hidden: false }) });
  });
  afterEach(() => {
    jest.useRealTimers();
    for (const name of ['MediaRecorder', 'AudioContext', 'AnalyserNode', 'document']) Reflect.deleteProperty(globalThis, name);
  });

  function recording() {
    const tracks = [new EventTarget(), new EventTarget()];
    const chunks: [number, number][] = [];
    const stream = { getTracks: () => tracks } as unknown as MediaStream;
    const recorder = new TakeRecorder(stream, { kind: 'video', contentType: 'video/webm', maxSeconds: 300, part: 2, onChunk: (seq, bytes) => chunks.push([seq, bytes.size]) });
    recorder.start();
    return { recorder, tracks, chunks, browser: FakeMediaRecorder.last };
  }

  it('hands out each piece with its number, and at the end the whole with its length and when it was spoken in', async () => {
    const { recorder, chunks, browser } = recording();
    await jest.advanceTimersByTimeAsync(2_000);
    browser.give('two seconds');
    await jest.advanceTimersByTimeAsync(1_000);
    const recorded = await recorder.stop();
    expect(chunks).toEqual([[0, 11], [1, 8]]);
    expect(await recorded.blob.text()).toBe('two secondsthe rest');
    expect(recorded).toMatchObject({ part: 2, durationMs: 3_000, ended: 'stopped' });
    expect(recorded.speech).toEqual([[50, 950]]);
    expect(browser.options).toMatchObject({ mimeType: 'video/webm', videoKeyFrameIntervalDuration: 1_000 });
  });

  it('goes on for as long as the clock is lengthened to meanwhile, and is never cut off sooner than it was told', async () => {
    const { recorder, browser } = recording();
    await jest.advanceTimersByTimeAsync(200_000);
    recorder.lengthen(600);
    recorder.lengthen(100);
    await jest.advanceTimersByTimeAsync(399_999);
    expect([browser.state, recorder.maxSeconds]).toEqual(['recording', 600]);
    await jest.advanceTimersByTimeAsync(1);
    expect(await recorder.finished).toMatchObject({ ended: 'time_over', durationMs: 600_000 });
  });

  it('stops by itself when the time is over', async () => {
    const { recorder, browser } = recording();
    browser.give('five minutes');
    await jest.advanceTimersByTimeAsync(299_999);
    expect(browser.state).toBe('recording');
    await jest.advanceTimersByTimeAsync(1);
    expect(await recorder.finished).toMatchObject({ ended: 'time_over', durationMs: 300_000 });
  });

  it.each<[string, (all: ReturnType<typeof recording>) => void, Recorded['ended']]>([
    ['a device is unplugged', ({ tracks }) => tracks[1]?.dispatchEvent(new Event('ended')), 'device_lost'],
    ['every device went and the browser stopped by itself', ({ browser }) => browser.stop(), 'device_lost'],
    ['the browser gives up', ({ browser }) => browser.fail(), 'failed'],
  ])('keeps what was recorded when %s', async (_what, happens, ended) => {
    const all = recording();
    all.browser.give('until then ');
    happens(all);
    const recorded = await all.recorder.finished;
    expect(recorded.ended).toBe(ended);
    expect(await recorded.blob.text()).toBe('until then the rest');
  });

  it('hands out what there is when the page is hidden, since a phone may drop it then', () => {
    const { chunks } = recording();
    page.hidden = true;
    page.dispatchEvent(new Event('visibilitychange'));
    expect(chunks).toEqual([[0, 9]]);
  });

  it('gives no piece larger than a server takes, and none that is empty', async () => {
    const { recorder, chunks, browser } = recording();
    browser.give('');
    browser.give('x'.repeat(9 * 1024 * 1024));
    await recorder.stop();
    expect(chunks).toEqual([[0, 4_194_304], [1, 4_194_304], [2, 1_048_576], [3, 8]]);
  });

  it('holds nothing open once it has ended', async () => {
    const { recorder, chunks, browser } = recording();
    await recorder.stop();
    const before = chunks.length;
    page.hidden = true;
    page.dispatchEvent(new Event('visibilitychange'));
    browser.fail();
    expect(chunks).toHaveLength(before);
    expect(jest.getTimerCount()).toBe(0);
    expect((await recorder.stop()).ended).toBe('stopped');
  });
});
