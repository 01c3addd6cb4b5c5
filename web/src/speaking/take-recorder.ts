import { SoundMeter } from './sound-meter.js';
import { SpeechSegments } from './speech-segments.js';
import { type Span, type TakeKind } from './take-kind.js';

export interface TakeSettings {
  kind: TakeKind;
  contentType: string;
  maxSeconds: number;
  /** 0 at first; a take that is gone on with after a reload has further parts, each a file of its own. */
  part: number;
  /** Each piece as it is recorded, about every two seconds, counted from 0. */
  onChunk: (seq: number, bytes: Blob) => void;
}

/** Why a recording ended. Whatever it was, what was recorded until then is there. */
export type TakeEnd = 'stopped' | 'time_over' | 'device_lost' | 'failed';

export interface Recorded {
  part: number;
  blob: Blob;
  durationMs: number;
  /** When somebody spoke, measured from how loud it was. */
  speech: Span[];
  ended: TakeEnd;
}

const SLICE_MS = 2_000;
const MEASURE_MS = 50;
/** Five minutes of both are 47 MB. */
const VIDEO_BITS = 1_200_000;
const AUDIO_BITS = 64_000;
/** A browser that was busy gives more than one piece's worth at once; a server takes 4 MiB. */
const MOST_BYTES = 4 * 1024 * 1024;

/** Records one part of a take. It stops by itself at its longest, and when a device goes away. */
export class TakeRecorder {
  /** Resolves once, when the recording has ended for whatever reason. */
  readonly finished: Promise<Recorded>;
  private readonly recorder: MediaRecorder;
  private meter: SoundMeter | null = null;
  private readonly segments = new SpeechSegments();
  private readonly pieces: Blob[] = [];
  private readonly away = new AbortController();
  private begun: number | null = null;
  private endedAt: number | null = null;
  private ended: TakeEnd | null = null;
  private seq = 0;
  private longest: number;
  private limit: ReturnType<typeof setTimeout> | undefined;

  /** Throws where the browser cannot write this container after all. */
  constructor(private readonly stream: MediaStream, private readonly settings: TakeSettings) {
    this.longest = settings.maxSeconds;
    this.recorder = new MediaRecorder(stream, optionsOf(settings));
    this.finished = new Promise((resolve) => this.recorder.addEventListener('stop', () => resolve(this.finish()), { once: true }));
    this.recorder.addEventListener('dataavailable', ({ data }) => this.take(data));
    this.recorder.addEventListener('error', () => this.end('failed'));
  }

  /** Throws where a device went away just now; nothing is recorded then. */
  start(): void {
    const { signal } = this.away;
    this.recorder.start(SLICE_MS);
    this.begun = performance.now();
    const meter = new SoundMeter(this.stream);
    this.meter = meter;
    this.watchClock();
    const measuring = setInterval(() => this.segments.hear(this.elapsedMs, meter.decibels()), MEASURE_MS);
    signal.addEventListener('abort', () => { clearTimeout(this.limit); clearInterval(measuring); });
    for (const track of this.stream.getTracks()) track.addEventListener('ended', () => this.end('device_lost'), { signal });
    // A phone may drop a page that nobody looks at: what is recorded by then is handed out first.
    document.addEventListener('visibilitychange', () => { if (document.hidden && this.recorder.state === 'recording') this.recorder.requestData(); }, { signal });
  }

  stop(): Promise<Recorded> {
    this.end('stopped');
    return this.finished;
  }

  /** It may be longer than it was to be, from now on; whoever records is never cut off sooner than was said at the beginning. */
  lengthen(maxSeconds: number): void {
    if (maxSeconds <= this.longest || this.ended) return;
    this.longest = maxSeconds;
    if (this.begun !== null) this.watchClock();
  }

  get maxSeconds(): number {
    return this.longest;
  }

  get elapsedMs(): number {
    return this.begun === null ? 0 : (this.endedAt ?? performance.now()) - this.begun;
  }

  private watchClock(): void {
    clearTimeout(this.limit);
    this.limit = setTimeout(() => this.end('time_over'), this.longest * 1000 - this.elapsedMs);
  }

  private end(because: TakeEnd): void {
    if (this.ended) return;
    this.ended = because;
    this.endedAt = performance.now();
    if (this.recorder.state !== 'inactive') this.recorder.stop();
  }

  private take(data: Blob): void {
    for (let from = 0; from < data.size; from += MOST_BYTES) {
      const piece = data.slice(from, from + MOST_BYTES, data.type);
      this.pieces.push(piece);
      this.settings.onChunk(this.seq++, piece);
    }
  }

  private finish(): Recorded {
    // Without a word of ours the browser stops when every track has ended.
    this.end('device_lost');
    this.away.abort();
    this.meter?.close();
    return {
      part: this.settings.part,
      blob: new Blob(this.pieces, { type: this.settings.contentType }),
      durationMs: Math.round(this.elapsedMs),
      speech: this.segments.finish(),
      ended: this.ended ?? 'device_lost',
    };
  }
}

/** A key frame each second lets a player begin at any second; browsers that do not know the wish leave it out. */
const optionsOf = ({ kind, contentType }: TakeSettings): MediaRecorderOptions & { videoKeyFrameIntervalDuration?: number } => ({
  mimeType: contentType,
  audioBitsPerSecond: AUDIO_BITS,
  ...(kind === 'video' ? { videoBitsPerSecond: VIDEO_BITS, videoKeyFrameIntervalDuration: 1_000 } : {}),
});
