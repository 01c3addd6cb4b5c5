import { type SavedAnswer } from '../../api/schema.js';

/** A text, how it was said, and who made the text of it. */
export type Said = Pick<SavedAnswer, 'text' | 'kind' | 'transcriber'>;
export type Manner = Omit<Said, 'text'>;

/** What was typed and is not known to be saved, with the revision it was typed upon. */
export interface Draft extends Said {
  baseRevision: number;
}

/** Where drafts survive a reload. */
export interface DraftStore {
  read(): Draft | null;
  write(draft: Draft): void;
  forget(): void;
}

export type SaveOutcome =
  | { kind: 'saved'; revision: number; savedAt: string }
  | { kind: 'conflict'; theirs: SavedAnswer }
  | { kind: 'lost'; says: string }
  | { kind: 'refused' | 'ended'; says: string }
  | { kind: 'signed_out' };

export type Save = (said: Said, baseRevision: number, leavingPage: boolean) => Promise<SaveOutcome>;

/** What the page shows. `lost` is tried again by itself; `refused` waits for a change of the text; once it has `ended`, nothing is saved any more. */
export type AnswerStatus =
  | { kind: 'quiet' }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  | { kind: 'lost'; says: string }
  | { kind: 'refused' | 'ended'; says: string }
  | { kind: 'signed_out' }
  | { kind: 'conflict'; theirs: SavedAnswer };

export interface AnswerSnapshot extends Said {
  status: AnswerStatus;
}

const PAUSE_MS = 800;
const RETRY_MS = [2_000, 4_000, 8_000, 15_000, 30_000];
export const TYPED: Manner = { kind: 'text', transcriber: 'candidate' };
export const UNANSWERED: SavedAnswer = { text: '', revision: 0, savedAt: '', ...TYPED };

/**
 * Keeps one answer: saves after a pause in typing, one request at a time, upon the revision it last saw; holds on to the
 * text through lost connections, reloads and a second tab. Knows nothing of React.
 */
export class AnswerKeeper {
  private snapshot: AnswerSnapshot;
  private saved: SavedAnswer;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;
  private failures = 0;
  private readonly listeners = new Set<() => void>();

  constructor(saved: SavedAnswer | null, private readonly drafts: DraftStore, private readonly save: Save) {
    this.saved = saved ?? UNANSWERED;
    this.snapshot = { ...saidOf(this.saved), status: saved ? { kind: 'saved', at: saved.savedAt } : { kind: 'quiet' } };
    this.takeUpDraft();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): AnswerSnapshot => this.snapshot;

  type(text: string, manner: Manner = TYPED): void {
    if (this.snapshot.status.kind === 'conflict') return;
    const said = { text, ...manner };
    this.drafts.write({ ...said, baseRevision: this.saved.revision });
    this.show({ ...said, status: { kind: 'waiting' } });
    this.schedule(PAUSE_MS);
  }

  /** Saves what is not saved yet; resolves to whether everything typed is with the server now. */
  async flush(leavingPage = false): Promise<boolean> {
    clearTimeout(this.timer);
    while (this.running) await this.running;
    if (!this.isDirty()) {
      if (this.snapshot.status.kind === 'waiting') this.settle(this.saved);
      return true;
    }
    if (this.snapshot.status.kind === 'conflict') return false;
    this.running = this.attempt(leavingPage).finally(() => { this.running = null; });
    await this.running;
    return !this.isDirty();
  }

  /** After a conflict: keep what stands here, upon the other's revision, or take what was saved elsewhere. */
  async resolve(choice: 'mine' | 'theirs'): Promise<void> {
    const { status, ...said } = this.snapshot;
    if (status.kind !== 'conflict') return;
    this.saved = status.theirs;
    if (choice === 'theirs') {
      this.settle(status.theirs);
      return;
    }
    this.show({ ...said, status: { kind: 'waiting' } });
    await this.flush();
  }

  /** A newer text from another tab is shown at once when nothing here would be lost by it. */
  adopt(saved: SavedAnswer | null): void {
    if (!saved || saved.revision <= this.saved.revision || this.running || this.isDirty()) return;
    this.saved = saved;
    this.settle(saved);
  }

  isDirty(): boolean {
    return !areSame(this.snapshot, this.saved);
  }

  private takeUpDraft(): void {
    const draft = this.drafts.read();
    if (!draft || areSame(draft, this.saved)) {
      if (draft) this.drafts.forget();
      return;
    }
    const uponThis = draft.baseRevision === this.saved.revision;
    this.snapshot = { ...saidOf(draft), status: uponThis ? { kind: 'waiting' } : { kind: 'conflict', theirs: this.saved } };
    if (uponThis) this.schedule(0);
  }

  private schedule(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), delay);
  }

  private async attempt(leavingPage: boolean): Promise<void> {
    const sent = saidOf(this.snapshot);
    this.show({ ...sent, status: { kind: 'saving' } });
    const outcome = await this.save(sent, this.saved.revision, leavingPage);
    const said = saidOf(this.snapshot);
    if (outcome.kind === 'saved') {
      this.failures = 0;
      this.saved = { ...sent, revision: outcome.revision, savedAt: outcome.savedAt };
      if (areSame(said, sent)) this.settle(this.saved);
      else this.drafts.write({ ...said, baseRevision: outcome.revision });
      return;
    }
    if (outcome.kind === 'conflict' && areSame(outcome.theirs, said)) {
      this.saved = outcome.theirs;
      this.settle(outcome.theirs);
      return;
    }
    this.show({ ...said, status: outcome });
    if (outcome.kind === 'lost') this.schedule(RETRY_MS[Math.min(this.failures++, RETRY_MS.length - 1)] ?? PAUSE_MS);
  }

  private settle(saved: SavedAnswer): void {
    const { revision, savedAt } = saved;
    clearTimeout(this.timer);
    this.drafts.forget();
    this.show({ ...saidOf(saved), status: revision === 0 ? { kind: 'quiet' } : { kind: 'saved', at: savedAt } });
  }

  private show(snapshot: AnswerSnapshot): void {
    this.snapshot = snapshot;
    for (const listener of this.listeners) listener();
  }
}

const saidOf = ({ text, kind, transcriber }: Said): Said => ({ text, kind, transcriber });

/** Nothing said is the same, however it was not said. */
const areSame = (one: Said, other: Said): boolean =>
  one.text === other.text && (one.text === '' || (one.kind === other.kind && one.transcriber === other.transcriber));
