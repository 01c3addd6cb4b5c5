import { NOTHING_SAID, type Spoken, spokenInAll, type Utterance } from './spoken.js';

/** What is said takes a moment to be written down; who waits longer waits for nothing. */
const WRITING_MS = 8_000;

/** What the candidate says, each to the question that was open when they began to say it. */
export class Utterances {
  /** How much sound was sent over this line, in milliseconds: the provider's clock, too. */
  clock = 0;
  private interviewerEndedAt = 0;
  private all: Utterance[] = [];
  private readonly before = new Map<number, Spoken>();
  /** What was not written down, with the question it belongs to. */
  private readonly failed = new Map<string, number>();
  private waiting: { position: number; resolve: () => void }[] = [];

  /** `onKnown`: more of what was said to a question is known, if only that it was not written down. */
  constructor(private readonly onKnown: (position: number) => void) {}

  /** A new line counts from 0. */
  newLine(): void {
    for (const position of new Set(this.all.map((utterance) => utterance.position))) this.before.set(position, this.spoken(position));
    this.all = [];
    this.clock = 0;
    this.interviewerEndedAt = 0;
  }

  /** A question is open; `before` is what an earlier page heard. */
  begin(position: number, before: Spoken): void {
    if (!this.before.has(position)) this.before.set(position, before);
  }

  start(itemId: string, position: number, atMs: number | null): void {
    if (this.knows(itemId)) return;
    const startMs = atMs ?? this.clock;
    const last = this.of(position).at(-1);
    const quietSince = Math.max(last?.endMs ?? 0, this.interviewerEndedAt);
    this.all.push({ itemId, position, quietMs: last ? Math.max(0, startMs - quietSince) : 0, startMs, endMs: null, text: null });
  }

  stop(itemId: string, atMs: number | null): void {
    this.change(itemId, (utterance) => ({ ...utterance, endMs: utterance.endMs ?? Math.max(utterance.startMs, atMs ?? this.clock) }));
  }

  write(itemId: string, text: string): void {
    const known = this.find(itemId);
    if (!known) return;
    this.failed.delete(itemId);
    this.change(itemId, (utterance) => ({ ...utterance, endMs: utterance.endMs ?? Math.max(utterance.startMs, this.clock), text }));
    if (text.trim() !== '') this.onKnown(known.position);
    this.release();
  }

  fail(itemId: string): void {
    this.miss(this.all.filter((utterance) => utterance.itemId === itemId));
  }

  interviewerEnded(): void {
    this.interviewerEndedAt = this.clock;
  }

  /** Nobody writes anything down any more. */
  giveUp(): void {
    this.all = this.all.map((utterance) => ({ ...utterance, endMs: utterance.endMs ?? this.clock }));
    this.miss(this.all);
  }

  /** Resolves when all that was said to a question is written down, or will not be. */
  settled(position: number): Promise<void> {
    if (!this.isOpen(position)) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.miss(this.of(position)), WRITING_MS);
      this.waiting.push({ position, resolve: () => { clearTimeout(timer); resolve(); } });
    });
  }

  /** Resolves when all that was said is written down, or will not be. */
  async allSettled(): Promise<void> {
    await Promise.all([...new Set(this.all.map(({ position }) => position))].map((position) => this.settled(position)));
  }

  knows(itemId: string): boolean {
    return this.find(itemId) !== undefined;
  }

  isSpeaking(): boolean {
    return this.all.some(({ endMs }) => endMs === null);
  }

  count(position: number): number {
    return this.of(position).length;
  }

  /** Whether there was anything but a noise on this line, as far as is known. */
  hasSpoken(position: number): boolean {
    return this.of(position).some(({ text }) => text === null || text.trim() !== '');
  }

  spoken(position: number): Spoken {
    return spokenInAll(this.before.get(position) ?? NOTHING_SAID, this.of(position));
  }

  unheard(): number[] {
    return [...new Set(this.failed.values())];
  }

  /** Of these, what is not written down by now will not be. */
  private miss(utterances: readonly Utterance[]): void {
    const missed = utterances.filter(({ itemId, text }) => text === null && !this.failed.has(itemId));
    for (const { itemId, position } of missed) this.failed.set(itemId, position);
    for (const position of new Set(missed.map((utterance) => utterance.position))) this.onKnown(position);
    this.release();
  }

  private release(): void {
    const done = this.waiting.filter(({ position }) => !this.isOpen(position));
    this.waiting = this.waiting.filter((one) => !done.includes(one));
    for (const { resolve } of done) resolve();
  }

  private isOpen(position: number): boolean {
    return this.of(position).some(({ itemId, text }) => text === null && !this.failed.has(itemId));
  }

  private of(position: number): Utterance[] {
    return this.all.filter((utterance) => utterance.position === position);
  }

  private find(itemId: string): Utterance | undefined {
    return this.all.find((utterance) => utterance.itemId === itemId);
  }

  private change(itemId: string, to: (utterance: Utterance) => Utterance): void {
    this.all = this.all.map((utterance) => (utterance.itemId === itemId ? to(utterance) : utterance));
  }
}
