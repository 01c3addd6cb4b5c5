import { isProblem, NoConnectionError } from '../../api/problem.js';

/** Where the draft stands. `elsewhere`: somebody else changed it; nothing more is sent. */
export type KeptState =
  | { kind: 'saved'; at: string }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  | { kind: 'failed'; error: unknown }
  | { kind: 'elsewhere'; error: unknown };

interface Saved {
  readonly revision: number;
  readonly savedAt: string;
}

const PAUSE_MS = 1_200;
const RETRY_MS = 10_000;

/** Saves a draft after a pause in writing, one request at a time, upon the revision it last saw. Knows nothing of React. */
export class DraftKeeper<Values> {
  private pending: Values | null = null;
  private running: Promise<boolean> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isElsewhere = false;

  constructor(
    public revision: number,
    private readonly save: (revision: number, values: Values) => Promise<Saved>,
    private readonly tell: (state: KeptState) => void,
  ) {}

  get hasUnsaved(): boolean {
    return this.pending !== null || this.running !== null;
  }

  change(values: Values): void {
    this.pending = values;
    if (this.isElsewhere) return;
    this.tell({ kind: 'unsaved' });
    this.after(PAUSE_MS);
  }

  /** Saves what is not saved yet, at once; false when that failed. */
  flush(): Promise<boolean> {
    clearTimeout(this.timer);
    this.running ??= this.drain().finally(() => { this.running = null; });
    return this.running;
  }

  private async drain(): Promise<boolean> {
    for (let values = this.take(); values !== null; values = this.take()) {
      if (!(await this.isSaved(values))) return false;
    }
    return !this.isElsewhere;
  }

  private take(): Values | null {
    if (this.isElsewhere) return null;
    const values = this.pending;
    this.pending = null;
    return values;
  }

  private async isSaved(values: Values): Promise<boolean> {
    this.tell({ kind: 'saving' });
    try {
      const { revision, savedAt } = await this.save(this.revision, values);
      this.revision = revision;
      this.tell(this.pending === null ? { kind: 'saved', at: savedAt } : { kind: 'unsaved' });
      return true;
    } catch (error) {
      this.pending ??= values;
      this.failed(error);
      return false;
    }
  }

  private failed(error: unknown): void {
    this.isElsewhere = isProblem(error, 'recruiters.template_changed_elsewhere', 'recruiters.template_has_no_draft');
    this.tell({ kind: this.isElsewhere ? 'elsewhere' : 'failed', error });
    if (error instanceof NoConnectionError) this.after(RETRY_MS);
  }

  private after(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), ms);
  }
}
