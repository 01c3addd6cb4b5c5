import { type Phrase } from './phrases.js';

/** Questions and scores are in English: as it is spoken where this browser is at home, or in Britain. */
export const spokenLanguage = (): string => (navigator.language.startsWith('en-') ? navigator.language : 'en-GB');

/** What we use of the browser's recogniser. */
export interface Recogniser extends EventTarget {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  processLocally: boolean;
  start(track: MediaStreamTrack): void;
  stop(): void;
}

export interface RecogniserClass {
  new(): Recogniser;
  available?(options: { langs: string[]; processLocally: boolean }): Promise<string>;
  install?(options: { langs: string[]; processLocally: boolean }): Promise<boolean>;
}

/** Whether this browser writes down what is said on this device: at once, after fetching a language, or not at all. */
export type DeviceSpeech = 'ready' | 'to_fetch' | 'none';

export interface OnDeviceRecognition {
  /** Resolves to all that was heard, once the last of it is in. */
  stop: () => Promise<Phrase[]>;
}

const HOPELESS = ['not-allowed', 'service-not-allowed', 'language-not-supported', 'network', 'audio-capture'];
/** A recogniser that ends as often as this without having heard anything is left alone. */
const MOST_EMPTY_ROUNDS = 5;
/** The last words come in a moment after one has stopped; nobody waits for them longer. */
const LAST_WORDS_MS = 4_000;

/** Asks only for recognition on this device: what would send sound elsewhere counts as none. */
export async function deviceSpeech(lang: string, recogniser = ofThisBrowser()): Promise<DeviceSpeech> {
  if (!recogniser?.available || !('processLocally' in recogniser.prototype)) return 'none';
  const found = await recogniser.available({ langs: [lang], processLocally: true }).catch(() => 'unavailable');
  if (found === 'available') return 'ready';
  return recogniser.install && (found === 'downloadable' || found === 'downloading') ? 'to_fetch' : 'none';
}

/** Lets the browser fetch the language from its maker; resolves to whether it is there now. */
export async function fetchDeviceSpeech(lang: string, recogniser = ofThisBrowser()): Promise<boolean> {
  return (await recogniser?.install?.({ langs: [lang], processLocally: true }).catch(() => false)) ?? false;
}

/** Listens to a microphone and writes down what is said, on this device and nowhere else; null where it would not run there. */
export async function recognise(stream: MediaStream, lang: string, recogniser = ofThisBrowser()): Promise<OnDeviceRecognition | null> {
  const begunAt = performance.now();
  const [track] = stream.getAudioTracks();
  if (!track || !recogniser || (await deviceSpeech(lang, recogniser)) !== 'ready') return null;
  return new Listening(recogniser, track, lang, begunAt);
}

/** One listening after the other, since a recogniser ends by itself after a silence. */
class Listening implements OnDeviceRecognition {
  private readonly phrases: Phrase[] = [];
  private readonly over: Promise<void>;
  private settle: () => void = () => undefined;
  private current: Recogniser | null = null;
  private stopped = false;
  private emptyRounds = 0;

  constructor(private readonly recogniser: RecogniserClass, private readonly track: MediaStreamTrack, private readonly lang: string, private readonly begunAt: number) {
    this.over = new Promise((resolve) => { this.settle = resolve; });
    this.round();
  }

  readonly stop = async (): Promise<Phrase[]> => {
    this.stopped = true;
    this.current?.stop();
    const patience = setTimeout(this.settle, LAST_WORDS_MS);
    await this.over;
    clearTimeout(patience);
    return [...this.phrases];
  };

  private round(): void {
    const heardBefore = this.phrases.length;
    const round = Object.assign(new this.recogniser(), { lang: this.lang, continuous: true, interimResults: true, processLocally: true });
    const starts = new Map<number, number>();
    round.addEventListener('result', (event) => this.take(event as ResultEvent, starts));
    round.addEventListener('error', (event) => { if (HOPELESS.includes((event as Event & { error: string }).error)) this.stopped = true; });
    round.addEventListener('end', () => {
      this.emptyRounds = this.phrases.length > heardBefore ? 0 : this.emptyRounds + 1;
      if (this.stopped || this.emptyRounds >= MOST_EMPTY_ROUNDS) this.settle();
      else this.round();
    });
    this.current = round;
    try {
      round.start(this.track);
    } catch (error) {
      console.warn('This browser did not listen after all.', error);
      this.stopped = true;
      this.settle();
    }
  }

  /** A phrase begins when the first guess at it comes in, and ends when it is settled. */
  private take({ resultIndex, results }: ResultEvent, starts: Map<number, number>): void {
    const now = performance.now() - this.begunAt;
    for (let index = resultIndex; index < results.length; index += 1) {
      const result = results[index];
      const startMs = starts.get(index) ?? now;
      starts.set(index, startMs);
      const text = result?.[0]?.transcript ?? '';
      if (result?.isFinal === true && text.trim() !== '') this.phrases.push({ text, startMs, endMs: now });
    }
  }
}

type ResultEvent = Event & { resultIndex: number; results: readonly { isFinal: boolean; 0?: { transcript: string } }[] };

function ofThisBrowser(): RecogniserClass | undefined {
  const names = globalThis as { SpeechRecognition?: RecogniserClass; webkitSpeechRecognition?: RecogniserClass };
  return names.SpeechRecognition ?? names.webkitSpeechRecognition;
}
