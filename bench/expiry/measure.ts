import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { freshDatabase, type TestDatabase } from '../../test/support/database.js';
import { fill } from '../search/data.js';
import { BareSearch, questions } from '../search/questions.js';
import { round, timed, type Times, timesOf } from '../search/timing.js';
import { fillFiles, filesLeft } from './files.js';
import { deletePlainly, dueOf, fillKinds, type Kind, kinds } from './kinds.js';
import { startSweeper, type Sweep, type Sweeper } from './sweeper.js';

export interface Effort {
  /** People, three of ten of whom are listed and searched for. */
  readonly candidates: number;
  /** Interviews that are due, each with nineteen rows that hang from it and twenty rows of other kinds. */
  readonly interviews: number;
  readonly files: number;
  /** Half of everything is deleted in so many turns with plain deletes, the other half while people search. */
  readonly turns: number;
  /** Searches before and after, to compare with. */
  readonly searches: number;
}

interface Speeds {
  readonly rows: number;
  readonly batched: number;
  readonly plain: number;
  readonly ratio: number;
}

export interface ExpiryReport extends Effort {
  /** Rows of all kinds in a second, in batches without the rests between them, and in one plain delete. */
  readonly rowsPerSecond: Omit<Speeds, 'rows'>;
  readonly kinds: readonly (Speeds & { readonly name: string })[];
  readonly search: { readonly alone: Times; readonly meanwhile: Times };
  /** Due rows, those that hang from them left out, and files that went while people searched, with the rests. */
  readonly meanwhile: { readonly due: number; readonly files: number; readonly seconds: number };
  /** Rows and files that should be gone and are not. */
  readonly left: number;
  readonly ratios: { readonly batchedToPlain: number; readonly searchMeanwhileToAlone: { readonly p50: number; readonly p95: number } };
}

interface Stage {
  readonly database: TestDatabase;
  readonly owner: Client;
  readonly superuser: Client;
  readonly folder: string;
  readonly bare: BareSearch;
  readonly sweeper: Sweeper;
}

interface Spent {
  rows: number;
  batched: number;
  plain: number;
}

/** How quickly what is over goes, beside a plain delete of the same, and what those who search notice of it. */
export async function measureExpiry(effort: Effort, superuserUrl: string): Promise<ExpiryReport> {
  const [database, folder] = await Promise.all([freshDatabase(), mkdtemp(join(tmpdir(), 'viva-expiry-'))]);
  const superuser = await connected(at(superuserUrl, database.ownerUrl));
  const [owner, reading] = [await connected(database.ownerUrl), await connected(database.applicationUrl)];
  const parts = Array.from({ length: effort.turns }, () => Math.floor(effort.interviews / 2 / effort.turns));
  const rest = effort.interviews - parts.reduce((sum, count) => sum + count, 0);
  await fill(database, superuserUrl, effort.candidates);
  await fillKinds(superuser, [...parts, rest]);
  await fillFiles(superuser, folder, effort.files, effort.turns);
  await reading.query('set role viva_talent');
  const sweeper = await startSweeper(database, folder);
  const stage = { database, owner, superuser, folder, bare: new BareSearch(reading), sweeper };
  try {
    await database.moveClock('1 hour');
    const spent = await inTurns(stage, effort.turns);
    const searched = await underSearch(stage, effort.searches);
    const left = (await allDue(superuser)) + (await filesLeft(superuser, folder));
    return report(effort, spent, searched, left);
  } finally {
    await sweeper.end();
    for (const client of [superuser, owner, reading]) await client.end();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Milliseconds for the same rows of each kind, in turns: by the sweep, and by a delete that knows no keys. Each turn a day comes to its end. */
async function inTurns({ database, owner, sweeper }: Stage, turns: number): Promise<ReadonlyMap<Kind, Spent>> {
  const spent = new Map(kinds.map((kind) => [kind, { rows: 0, batched: 0, plain: 0 }]));
  for (let turn = 0; turn < turns; turn += 1) {
    for (const [kind, sum] of spent) {
      const plainly = async (): Promise<void> => { sum.plain += await timed(async () => { sum.rows += await deletePlainly(owner, kind); }); };
      if (turn % 2 === 0) await plainly();
      sum.batched += await sweeper.sweep({ sweep: kind.sweep, isRestless: true });
      if (turn % 2 === 1) await plainly();
    }
    await database.moveClock('1 day');
  }
  return spent;
}

/** Searches one after the other: before, while everything that is left goes, and after. */
async function underSearch(stage: Stage, searches: number) {
  const ask = async (): Promise<number> => {
    const query = questions['2 skills, score']();
    return timed(async () => { await stage.bare.page(query); await stage.bare.tally(query); });
  };
  const alone: number[] = [];
  const aside = async (): Promise<void> => { for (let asked = 0; asked < searches; asked += 1) alone.push(await ask()); };
  const meanwhile: number[] = [];
  const due = await allDue(stage.superuser);
  let isSwept = false;
  await aside();
  alone.splice(0, Math.floor(searches / 4));
  const sweeping = timed(() => sweepAll(stage)).finally(() => { isSwept = true; });
  while (!isSwept) meanwhile.push(await ask());
  const seconds = round((await sweeping) / 1000);
  await aside();
  return { alone, meanwhile, due, seconds };
}

/** Two sweeps at a time, as in a worker; what one leaves it takes up a minute after it began. */
async function sweepAll({ superuser, folder, sweeper }: Stage): Promise<void> {
  const untilGone = async (sweep: Sweep, left: () => Promise<number>): Promise<void> => {
    for (;;) {
      const spent = await sweeper.sweep({ sweep, isRestless: false });
      if ((await left()) === 0) return;
      await pause(Math.max(0, 60_000 - spent));
    }
  };
  const waiting = [...kinds];
  const place = async (): Promise<void> => {
    for (let kind = waiting.shift(); kind; kind = waiting.shift()) {
      const { sweep } = kind;
      const due = kind;
      await untilGone(sweep, () => dueOf(superuser, due));
    }
  };
  await Promise.all([place(), untilGone('files', () => filesLeft(superuser, folder)).then(place)]);
}

async function allDue(client: Client): Promise<number> {
  let due = 0;
  for (const kind of kinds) due += await dueOf(client, kind);
  return due;
}

function report(effort: Effort, spent: ReadonlyMap<Kind, Spent>, searched: Awaited<ReturnType<typeof underSearch>>, left: number): ExpiryReport {
  const [alone, meanwhile] = [timesOf(searched.alone), timesOf(searched.meanwhile)];
  const speeds = ({ rows, batched, plain }: Spent): Speeds => ({ rows, batched: Math.round((rows / batched) * 1000), plain: Math.round((rows / plain) * 1000), ratio: round(plain / batched) });
  const sum = (what: keyof Spent): number => [...spent.values()].reduce((total, one) => total + one[what], 0);
  const { batched, plain, ratio } = speeds({ rows: sum('rows'), batched: sum('batched'), plain: sum('plain') });
  return {
    ...effort, left,
    rowsPerSecond: { batched, plain, ratio },
    kinds: [...spent].map(([{ name }, one]) => ({ name, ...speeds(one) })),
    search: { alone, meanwhile },
    meanwhile: { due: searched.due, files: effort.files, seconds: searched.seconds },
    ratios: { batchedToPlain: ratio, searchMeanwhileToAlone: { p50: round(meanwhile.p50 / alone.p50), p95: round(meanwhile.p95 / alone.p95) } },
  };
}

async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}

/** One user's address with the database of another. */
function at(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = new URL(database).pathname;
  return address.href;
}
