import { randomUUID } from 'node:crypto';
import { type Client } from 'pg';
import { type TestDatabase } from '../../test/support/database.js';
import { type Reply, type Send } from '../leaks/wire.js';
import { type SavedQuery } from '../../src/recruiters/search/search.dto.js';
import { addressOf, type BareSearch, type Question, questions } from './questions.js';
import { inTurns, type Times } from './timing.js';

/** Both are asked the same wordings of a question in the same order; one is half of them ahead, so that neither is asked what the other has just read. */
const WORDINGS = 40;
/** How often the server is asked each question before it counts. By then the bare connection has answered hundreds, and code is quick once it has run. */
const WARMING = 40;

/** The product's answers over HTTP, in turns with the same page, count and facets from a bare connection. */
export async function measureHttp(send: Send, bare: BareSearch, owner: TestDatabase, rounds: number): Promise<Record<Question, { http: Times; bare: Times }>> {
  const lift = lifter(owner);
  const search = (query: SavedQuery): Promise<Reply> => mustBe(200, send('GET', addressOf(query)));
  for (const ask of Object.values(questions)) {
    for (let turn = 0; turn < Math.min(WARMING, rounds); turn += 1) {
      await search(ask());
      await lift();
    }
  }
  const measured: [string, { http: Times; bare: Times }][] = [];
  for (const [name, ask] of Object.entries(questions)) {
    const wordings = Array.from({ length: WORDINGS }, ask);
    const [ofBare, ofHttp] = [inOrder(wordings, 0), inOrder(wordings, WORDINGS / 2)];
    measured.push([name, await inTurns(rounds, {
      bare: async () => { const query = ofBare(); await bare.page(query); await bare.tally(query); },
      http: () => search(ofHttp()),
      lift,
    })]);
  }
  return Object.fromEntries(measured) as Record<Question, { http: Times; bare: Times }>;
}

/** How long it takes to be told that there is nobody: hidden from this organisation, never there, no id at all; `absentAgain` is what chance makes of it. */
export async function measureNotFound(send: Send, client: Client, rounds: number): Promise<{ times: Record<'hidden' | 'absent' | 'malformed' | 'absentAgain', Times>; areIdentical: boolean }> {
  const { rows: [row] } = await client.query<{ id: string }>(
    `update recruiters.talent_listing set blocked = (select array_agg('org:' || id) from recruiters.organisation) where talent_id = (select talent_id from recruiters.talent_listing limit 1) returning talent_id as id`);
  const replies = new Set<string>();
  const look = (id: () => string) => async (): Promise<void> => { replies.add((await mustBe(404, send('GET', `/api/talent/${id()}`))).text); };
  const times = await inTurns(rounds, {
    hidden: look(() => row?.id ?? ''), absent: look(randomUUID), malformed: look(() => `no-id-${randomUUID().slice(6)}`), absentAgain: look(randomUUID),
  });
  return { times, areIdentical: replies.size === 1 };
}

/** One after the other, and from the beginning again. */
function inOrder(wordings: readonly SavedQuery[], first: number): () => SavedQuery {
  let turn = first;
  return () => wordings[turn++ % wordings.length] ?? {};
}

async function mustBe(status: number, reply: Promise<Reply>): Promise<Reply> {
  const got = await reply;
  if (got.status !== status) throw new Error(`Answered with ${got.status}: ${got.text.slice(0, 300)}`);
  return got;
}

/** Forgets every fifty requests how many there were. */
function lifter(database: TestDatabase): () => Promise<void> {
  let count = 0;
  return async () => {
    count += 1;
    if (count % 50 === 0) await database.query('delete from http.rate_limit');
  };
}
