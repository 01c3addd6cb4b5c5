import { type Delivery } from '../../api/recordings.js';
import { type BegunTake, type InterviewQuestion, type SpokenKind } from '../../api/schema.js';
import { newId } from '../../lib/new-id.js';
import { type ChunkKeeper } from '../../speaking/chunk-keeper.js';
import { measuredWhole } from '../../speaking/measured-whole.js';
import { type Recorded } from '../../speaking/take-recorder.js';
import { type TakeSaving } from '../../speaking/take-upload.js';
import { type BegunPart } from '../../speaking/use-taping.js';
import { wholeHere } from './take-standing.js';

/** A take that was begun, or gone on with, in this page. */
export interface TakeHere {
  readonly takeId: string;
  readonly kind: SpokenKind;
  /** Whether it is sent and kept; else it is in the memory of this page, and nowhere else. */
  readonly kept: boolean;
  readonly recording: boolean;
  /** What was recorded of it here; what an earlier page recorded is with the server alone. */
  readonly parts: readonly Recorded[];
}

export interface OnTheirWay {
  readonly takes: number;
  readonly chunks: number;
  readonly offline: boolean;
}

/** What the takes of a room need from outside. */
export interface TakesPorts {
  begin(position: number, body: { takeId: string; kind: SpokenKind; contentType: string }): Promise<BegunTake>;
  deliver(takeId: string, delivery: Delivery): Promise<void>;
  /** Something is different on the server now: a take was begun, is whole, or is not kept any more. */
  changed(): void;
}

type Asked = Pick<InterviewQuestion, 'position' | 'take' | 'recording'>;

/** The spoken answers of one interview: what is recorded now, and what is on its way. Knows nothing of React. */
export class RoomTakes {
  private readonly here = new Map<number, TakeHere>();
  /** A take whose beginning got no answer is begun again under its id, so that it counts once. */
  private readonly beginning = new Map<string, string>();
  private readonly known = new Set<string>();
  /** Begun by an earlier page: once all of it is sent, the server knows more than this page was told. */
  private readonly resumed = new Set<string>();
  private readonly settled = new Set<string>();
  private readonly listeners = new Set<() => void>();
  /** When what was said, by the question it answers; and what is not told yet. */
  private readonly timings = new Map<number, Delivery['timings']>();
  /** As far as somebody counted them. */
  private readonly fillers = new Map<number, number>();
  private readonly untold = new Map<number, { takeId: string; delivery: Delivery }>();
  /** Left while they recorded. */
  private readonly left = new Set<number>();
  private telling: Promise<void> = Promise.resolve();
  private way: OnTheirWay = { takes: 0, chunks: 0, offline: false };

  constructor(private readonly keeper: ChunkKeeper, private readonly ports: TakesPorts) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly at = (position: number): TakeHere | null => this.here.get(position) ?? null;

  readonly savingOf = (takeId: string): TakeSaving => this.keeper.read(takeId);

  readonly onTheirWay = (): OnTheirWay => this.way;

  readonly isRecording = (): boolean => [...this.here.values()].some(({ recording }) => recording);

  /** Listens to what is sent, and sends what an earlier page could not; returns how to stop listening. */
  open(): () => void {
    const stop = this.keeper.subscribe(() => this.look());
    void this.keeper.left().then((left) => Promise.all(left.map((takeId) => this.resume(takeId))));
    return stop;
  }

  /** Begins a take anew; the one before it is gone then, on the server as here. */
  async begin({ position, take }: Asked, kind: SpokenKind, contentType: string): Promise<BegunPart> {
    const key = `${position}:${kind}`;
    const takeId = this.beginning.get(key) ?? newId();
    this.beginning.set(key, takeId);
    const { kept } = await this.ports.begin(position, { takeId, kind, contentType });
    this.beginning.delete(key);
    this.timings.delete(position);
    this.fillers.delete(position);
    this.untold.delete(position);
    const before = this.here.get(position)?.takeId ?? take?.takeId;
    if (before !== undefined) await this.keeper.forget(before);
    this.ports.changed();
    return this.tape(position, { takeId, kind, kept, recording: true, parts: [] }, 0);
  }

  /** Goes on with a take that was cut off, in a further part behind what is there. */
  async goOn({ position, recording }: Asked): Promise<BegunPart> {
    const here = this.here.get(position);
    if (here) return this.tape(position, { ...here, recording: true }, Math.max(-1, ...here.parts.map(({ part }) => part)) + 1);
    if (!recording) throw new Error('There is nothing to go on with.');
    const { takeId, kind, parts } = recording;
    const inBrowser = await this.resume(takeId);
    return this.tape(position, { takeId, kind, kept: true, recording: true, parts: [] }, Math.max(inBrowser, ...parts.map(({ part }) => part + 1)));
  }

  /** What was recorded, whoever ended it. Where that was not the speaker it can be gone on with, so it is whole only when one stops or leaves. */
  recorded(position: number, part: Recorded): void {
    const take = this.here.get(position);
    if (!take) return;
    const parts = [...take.parts, part];
    this.put(position, { ...take, recording: false, parts });
    // Of what another page began, nothing can be played before it is whole.
    if (this.left.delete(position) || part.ended === 'stopped' || (part.ended === 'time_over' && wholeHere(parts).length === 0)) this.finish(position);
  }

  /** What was begun did not start. */
  notStarted(position: number): void {
    const take = this.here.get(position);
    if (take) this.put(position, { ...take, recording: false });
  }

  /** One goes elsewhere: what is there is the whole of it. */
  leave(position: number): void {
    const take = this.here.get(position);
    if (!take) return;
    this.put(position, { ...take, recording: false });
    // The last piece of what still records is on its way; the take is whole once that is there.
    if (take.recording) this.left.add(position);
    else if (take.parts.length > 0) this.finish(position);
  }

  /** Takes what was kept of a take that was cut off for the whole of it. */
  async useAsItIs(takeId: string): Promise<void> {
    await this.resume(takeId);
    this.keeper.complete(takeId);
  }

  readonly timingsOf = (position: number): Delivery['timings'] => this.timings.get(position) ?? [];

  /** Tells how a take was spoken, with the times of its text where they are known, and the fillers of its first part, or of one more where one `wentOn`. Coaching only: what cannot be told is tried again, and missed by nobody. */
  async tell(position: number, timings: Delivery['timings'], fillers: number | null = null, wentOn = false): Promise<void> {
    if (fillers !== null) this.fillers.set(position, (wentOn ? (this.fillers.get(position) ?? 0) : 0) + fillers);
    const take = this.here.get(position);
    const measured = measuredWhole(take?.parts ?? []);
    if (!take || !measured) return;
    this.timings.set(position, timings);
    this.untold.set(position, { takeId: take.takeId, delivery: { ...measured, timings, fillers: this.fillers.get(position) ?? null } });
    await this.tellRest();
  }

  /** One after the other, so that what was told last is what stays. */
  tellRest(): Promise<void> {
    this.telling = this.telling.then(async () => {
      for (const [position, told] of this.untold) {
        await this.ports.deliver(told.takeId, told.delivery).then(() => { if (this.untold.get(position) === told) this.untold.delete(position); }, () => undefined);
      }
    });
    return this.telling;
  }

  /** Thrown away: nothing more of it is sent, and nothing of it stays in this browser. */
  async forget({ position, take }: Pick<Asked, 'position' | 'take'>): Promise<void> {
    const takeId = this.here.get(position)?.takeId ?? take?.takeId;
    this.here.delete(position);
    this.untold.delete(position);
    if (takeId !== undefined) await this.keeper.forget(takeId);
    this.show();
  }

  /** Resolves when everything that was recorded is with the server. */
  async safe(): Promise<void> {
    if (this.keeper.unsafe() === 0) return;
    await new Promise<void>((resolve) => {
      const stop = this.keeper.subscribe(() => {
        if (this.keeper.unsafe() > 0) return;
        stop();
        resolve();
      });
    });
  }

  private tape(position: number, take: TakeHere, part: number): BegunPart {
    const { takeId, kept } = take;
    this.known.add(takeId);
    this.left.delete(position);
    if (kept) this.keeper.expect(takeId);
    this.put(position, take);
    return { part, onChunk: (seq, bytes) => { if (kept) this.keeper.add(takeId, part, seq, bytes); } };
  }

  private finish(position: number): void {
    const take = this.here.get(position);
    if (take?.kept) this.keeper.complete(take.takeId);
  }

  private resume(takeId: string): Promise<number> {
    this.known.add(takeId);
    this.resumed.add(takeId);
    // Where the browser stores nothing, there is nothing left from before.
    return this.keeper.resume(takeId).catch(() => 0);
  }

  private put(position: number, take: TakeHere): void {
    this.here.set(position, take);
    this.show();
  }

  private look(): void {
    const savings = [...this.known].map((takeId) => this.keeper.read(takeId));
    const settled = savings.filter(({ takeId, state }) => state === 'done' || state === 'refused' || (state === 'saved' && this.resumed.has(takeId))).map(({ takeId, state }) => `${takeId} ${state}`);
    const news = settled.filter((each) => !this.settled.has(each));
    for (const each of news) this.settled.add(each);
    if (news.length > 0) {
      this.ports.changed();
      void this.tellRest();
    }
    const sending = savings.filter(({ state }) => state === 'sending' || state === 'waiting_for_network');
    const way = { takes: sending.length, chunks: sending.reduce((sum, { waiting }) => sum + waiting, 0), offline: sending.some(({ state }) => state === 'waiting_for_network') };
    if (way.takes !== this.way.takes || way.chunks !== this.way.chunks || way.offline !== this.way.offline) this.way = way;
    this.show();
  }

  private show(): void {
    for (const listener of this.listeners) listener();
  }
}
