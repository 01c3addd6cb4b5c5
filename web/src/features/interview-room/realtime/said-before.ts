import { keepForThisTab, readFromThisTab } from '../../../lib/tab-storage.js';
import { newId } from '../../../lib/new-id.js';
import { NOTHING_SAID, type Spoken } from './spoken.js';

/** When something was said to a question; the words are with the answers. */
interface Times extends Omit<Spoken, 'text'> {
  readonly takeId: string;
  /** How long the text was that the times belong to. */
  readonly characters: number;
}

interface Kept {
  readonly open: number | null;
  readonly times: Readonly<Record<number, Times>>;
}

/** What a conversation has come to, in the storage of this tab: a page that is loaded again goes on where it was. */
export class SaidBefore {
  private kept: Kept;

  constructor(private readonly interviewId: string) {
    this.kept = readKept(interviewId);
  }

  /** The question that was open last. */
  get open(): number | null {
    return this.kept.open;
  }

  /** Null once nothing is left to ask. */
  opened(open: number | null): void {
    this.keep({ ...this.kept, open });
  }

  /** Whether a text is, to the letter, what was said to a question. */
  isAll(position: number, text: string): boolean {
    return this.kept.times[position]?.characters === text.length;
  }

  /** What was said to a question that has this text now; without times where somebody has changed it since. */
  spokenTo(position: number, text: string): Spoken {
    const times = this.kept.times[position];
    if (!times) return { ...NOTHING_SAID, text };
    const { durationMs, speech, timings, characters } = times;
    return { text, durationMs, speech, timings: characters === text.length ? timings : [] };
  }

  /** The id of the take that this is a part of. */
  said(position: number, { text, durationMs, speech, timings }: Spoken): string {
    const takeId = this.kept.times[position]?.takeId ?? newId();
    this.keep({ ...this.kept, times: { ...this.kept.times, [position]: { takeId, durationMs, speech, timings, characters: text.length } } });
    return takeId;
  }

  private keep(kept: Kept): void {
    this.kept = kept;
    keepForThisTab(`talk:${this.interviewId}`, JSON.stringify(kept));
  }
}

function readKept(interviewId: string): Kept {
  const value: unknown = JSON.parse(readFromThisTab(`talk:${interviewId}`) ?? 'null');
  return typeof value === 'object' && value !== null && 'open' in value && 'times' in value ? (value as Kept) : { open: null, times: {} };
}
