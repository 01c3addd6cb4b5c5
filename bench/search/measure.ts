import { Client } from 'pg';
import { hashToken, newId, newToken } from '../../src/kernel/index.js';
import { secondServer } from '../../test/medium/accounts/second-server.js';
import { freshDatabase, type TestDatabase } from '../../test/support/database.js';
import { recruiterWith } from '../../test/support/organisations.js';
import { sender } from '../leaks/wire.js';
import { fill } from './data.js';
import { measureHttp, measureNotFound } from './over-http.js';
import { BareSearch, type Question, questions } from './questions.js';
import { inTurns, round, type Times } from './timing.js';
import { measureWithdrawals } from './withdrawals.js';

export interface Effort {
  readonly candidates: number;
  /** How often each question is asked. */
  readonly rounds: number;
  readonly notFoundRounds: number;
}

interface Ratio {
  readonly p50: number;
  readonly p95: number;
}

interface Measured {
  readonly floors: Record<'roundTrip' | 'twentyByKey', Times>;
  readonly times: Record<Question, Record<'page' | 'tally' | 'pageOfTenth', Times>>;
  readonly http: Record<Question, { http: Times; bare: Times }>;
  readonly withdrawals: { withdrawal: Times; ledgerInsert: Times };
}

export interface SearchReport extends Measured {
  readonly candidates: number;
  readonly rounds: number;
  /** How many of the askings found anybody. */
  readonly found: Record<Question, number>;
  readonly notFound: { times: Record<'hidden' | 'absent' | 'malformed' | 'absentAgain', Times>; areIdentical: boolean };
  readonly ratios: Record<'pageToTwentyByKey' | 'pageToTenth' | 'httpToBare', Record<Question, Ratio>> & { readonly withdrawalToLedgerInsert: Ratio };
}

/** A filled database with a connection that reads as the search does. */
interface Filled {
  readonly database: TestDatabase;
  readonly reading: Client;
  readonly bare: BareSearch;
}

/** Everything there is to say about the speed of the search, for so many candidates and for a tenth of them. */
export async function measureSearch({ candidates, rounds, notFoundRounds }: Effort, superuserUrl: string): Promise<SearchReport> {
  const large = await filled(candidates, superuserUrl);
  const small = await filled(Math.ceil(candidates / 10), superuserUrl);
  const writing = await connected(large.database.applicationUrl);
  const owner = await connected(large.database.ownerUrl);
  const { accountId } = await recruiterWith(large);
  const server = await secondServer(large.database);
  try {
    const send = sender(server.url, await cookieOf(large.database, accountId));
    const { found, times } = await measureQuestions(large, small, rounds);
    const floors = await inTurns(rounds, { roundTrip: () => large.bare.nothing(), twentyByKey: () => large.bare.twentyByKey() });
    const http = await measureHttp(send, large.bare, large.database, rounds);
    const withdrawals = await measureWithdrawals({ application: writing, owner }, rounds);
    const notFound = await measureNotFound(send, owner, notFoundRounds);
    return { candidates, rounds, floors, found, times, http, withdrawals, notFound, ratios: ratiosOf({ floors, times, http, withdrawals }) };
  } finally {
    await server.kill();
    for (const client of [large.reading, small.reading, writing, owner]) await client.end();
    for (const { database } of [large, small]) await database.drop();
  }
}

/** Page and count of each question, at both sizes in turns. */
async function measureQuestions(large: Filled, small: Filled, rounds: number): Promise<Pick<SearchReport, 'found' | 'times'>> {
  const found = {} as SearchReport['found'];
  const times = {} as SearchReport['times'];
  for (const name of Object.keys(questions) as Question[]) {
    found[name] = 0;
    times[name] = await inTurns(rounds, {
      page: async () => { if ((await large.bare.page(questions[name]())).length > 0) found[name] += 1; },
      tally: () => large.bare.tally(questions[name]()),
      pageOfTenth: () => small.bare.page(questions[name]()),
    });
  }
  return { found, times };
}

function ratiosOf({ floors, times, http, withdrawals }: Measured): SearchReport['ratios'] {
  const by = <Value>(ratio: (name: Question) => Value): Record<Question, Value> => Object.fromEntries((Object.keys(times) as Question[]).map((name) => [name, ratio(name)])) as Record<Question, Value>;
  const of = (above: Times, below: Times): Ratio => ({ p50: round(above.p50 / below.p50), p95: round(above.p95 / below.p95) });
  return {
    pageToTwentyByKey: by((name) => of(times[name].page, floors.twentyByKey)),
    pageToTenth: by((name) => of(times[name].page, times[name].pageOfTenth)),
    httpToBare: by((name) => of(http[name].http, http[name].bare)),
    withdrawalToLedgerInsert: of(withdrawals.withdrawal, withdrawals.ledgerInsert),
  };
}

async function filled(candidates: number, superuserUrl: string): Promise<Filled> {
  const database = await freshDatabase();
  await fill(database, superuserUrl, candidates);
  const reading = await connected(database.applicationUrl);
  await reading.query('set role viva_talent');
  const bare = new BareSearch(reading);
  await bare.learnIds();
  return { database, reading, bare };
}

async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}

async function cookieOf(database: TestDatabase, accountId: string): Promise<string> {
  const token = newToken();
  await database.query(
    `insert into accounts.session (id, account_id, token_hash, way, browser, stays, awaits_second_factor, ends_at) values ($1, $2, $3, 'password', 'A bench', false, false, clock.now() + interval '1 day')`,
    [newId(), accountId, hashToken(token)],
  );
  return `viva.session_token=${token}`;
}
