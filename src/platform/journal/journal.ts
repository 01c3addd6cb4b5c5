import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '../config/index.js';
import { Database } from '../db/index.js';
import { Policy } from '../policy/index.js';
import { definedFacts, type FactDefinition } from './fact.js';
import { noJournal } from './journal.errors.js';
import { type JournalLine } from './journal-line.js';
import { journalPlace, type JournalPlace } from './journal-place.js';
import { lastOnes, readJournal } from './read-journal.js';

/** What a replay came to. */
export interface Replayed {
  /** By kind: how many facts there are, and how many of them changed something. */
  readonly kinds: ReadonlyMap<string, { readonly found: number; readonly done: number }>;
  /** Lines that cannot be read, as of a disk that was full. */
  readonly unreadable: number;
  /** When the last of them happened; null when there is none. */
  readonly newest: string | null;
  /** What whoever restored should know of it besides, in sentences. */
  readonly toKnow: readonly string[];
}

/** True when it changed something. It must not mind that the thing is gone already, or never came back. */
type Replayer = (ids: object) => Promise<boolean>;

/**
 * Deletions and withdrawals as ids outside the database. Whoever restores a backup replays them before anything is
 * served, so that nobody who is gone comes back with it.
 */
@Injectable()
export class Journal implements OnApplicationBootstrap {
  private readonly replayers = new Map<string, { readonly fact: FactDefinition; readonly run: Replayer }>();
  private readonly preparations: (() => Promise<void>)[] = [];
  private readonly tellers: (() => Promise<readonly string[]>)[] = [];
  private place: Promise<JournalPlace> | undefined;

  constructor(
    private readonly config: Config,
    private readonly policy: Policy,
    private readonly db: Database,
  ) {}

  /** What nobody makes true again would be written for nothing. */
  onApplicationBootstrap(): void {
    const unknown = definedFacts().filter(({ kind }) => !this.replayers.has(kind));
    if (unknown.length > 0) throw new Error(`Nobody replays ${unknown.map(({ kind }) => kind).join(', ')}`);
  }

  /** Says how a fact is made true again in a database of before it. */
  replays<P extends object>(fact: FactDefinition<P>, replayer: (ids: P) => Promise<boolean>): void {
    this.replayers.set(fact.kind, { fact, run: replayer as Replayer });
  }

  /** Something else that a database of before must go through, before the facts. */
  beforeReplay(prepare: () => Promise<void>): void {
    this.preparations.push(prepare);
  }

  /** What came of it that whoever restores should know, once all of it is replayed. */
  afterReplay(tell: () => Promise<readonly string[]>): void {
    this.tellers.push(tell);
  }

  async write(line: JournalLine): Promise<void> {
    await (await this.placed()).append(line);
  }

  /**
   * Makes everything true again that the journal knows, the oldest first. May be repeated, also after it was broken off.
   * AppError `journal.none` where there is no journal, unless that is how it is.
   */
  async replay({ without = false }: { readonly without?: boolean } = {}): Promise<Replayed> {
    const place = await this.placed();
    if (!without && !(await place.exists())) throw noJournal(place.says);
    const { lines, unreadable } = await readJournal(place);
    const known = lines.map((line) => ({ ...line, ...this.replayerOf(line) }));
    for (const prepare of this.preparations) await prepare();
    const [kinds, counting] = [new Map<string, { found: number; done: number }>(), lastOnes(known)];
    for (const { id, kind, ids, fact, run } of known) {
      const count = kinds.get(kind) ?? { found: 0, done: 0 };
      kinds.set(kind, count);
      count.found += 1;
      if (counting.has(id) && (await run(fact.ids.parse(ids)))) count.done += 1;
    }
    const toKnow: string[] = [];
    for (const tell of this.tellers) toKnow.push(...(await tell()));
    return { kinds, unreadable, newest: lines.at(-1)?.at ?? null, toKnow };
  }

  /** Lets go of days that no backup is old enough to need. */
  async forget(): Promise<void> {
    const [row] = await this.db.alone.query<{ before: Date }[]>('select clock.now() - $1::interval as before', [this.policy.periodOf('backups').iso]);
    if (row) await (await this.placed()).forget(row.before.toISOString().slice(0, 10));
  }

  /** Asked of all before anything is changed. */
  private replayerOf({ kind }: JournalLine): { readonly fact: FactDefinition; readonly run: Replayer } {
    const replayer = this.replayers.get(kind);
    if (!replayer) throw new Error(`The journal knows of ${kind}, which this version cannot replay: start the version that wrote it, or a later one.`);
    return replayer;
  }

  private placed(): Promise<JournalPlace> {
    this.place ??= journalPlace(this.config.settings);
    return this.place;
  }
}
