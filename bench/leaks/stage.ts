import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { hashToken, newId, newToken } from '../../src/kernel/index.js';
import { secondServer, type SecondServer } from '../../test/medium/accounts/second-server.js';
import { freshDatabase, type TestDatabase } from '../../test/support/database.js';
import { recruiterWith } from '../../test/support/organisations.js';
import { personWith } from '../../test/support/people.js';
import { type Flipping, Secret } from './people.js';
import { type Send, sender } from './wire.js';

/** Two servers on one database, people who can be found, and recruiters who look. */
export interface Stage {
  readonly candidates: readonly { readonly person: Flipping; readonly send: Send }[];
  /** One for each server in turn. */
  readonly recruiters: readonly Send[];
  /** Lets recruiters look as often as they like: the limits are not what is tested here. */
  lift(): Promise<void>;
  clear(): Promise<void>;
}

export async function setStage(candidateCount: number, recruiterCount: number): Promise<Stage> {
  const database = await freshDatabase();
  const servers = await Promise.all([secondServer(database), secondServer(database)]);
  const serverFor = (index: number): SecondServer => servers[index % servers.length]!;
  const candidates = await Promise.all(Array.from({ length: candidateCount }, async (_, index) => candidate(database, serverFor(index), index)));
  const recruiters: Send[] = [];
  for (let index = 0; index < recruiterCount; index += 1) {
    const { accountId } = await recruiterWith({ database });
    recruiters.push(sender(serverFor(index).url, await cookieOf(database, accountId)));
  }
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  return {
    candidates, recruiters,
    async lift() {
      await owner.query('delete from http.rate_limit');
      await owner.query('delete from recruiters.profile_view');
      await owner.query('delete from recruiters.shortlist_entry where talent_id is null');
    },
    async clear() {
      await owner.end();
      await Promise.all(servers.map((server) => server.kill()));
      await database.drop();
    },
  };
}

async function candidate(database: TestDatabase, { url }: SecondServer, index: number): Promise<Stage['candidates'][number]> {
  const [mark, place] = [`Marked person ${index + 100}`, `Hideout ${index + 100}`];
  const person: Flipping = { mark, skill: `Vanishing ${index + 100}`, place, self: new Secret(mark), whereabouts: new Secret(place), talentId: null };
  const accountId = await personWith({ database }, { email: `flips-${randomUUID()}@example.com` });
  await database.query(`insert into candidates.profile (account_id, headline, role_title, skills, place) values ($1, $2, 'Software engineer', $3, $4)`, [accountId, mark, [person.skill, 'Vanishing'], place]);
  return { person, send: sender(url, await cookieOf(database, accountId)) };
}

async function cookieOf(database: TestDatabase, accountId: string): Promise<string> {
  const token = newToken();
  await database.query(
    `insert into accounts.session (id, account_id, token_hash, way, browser, stays, awaits_second_factor, ends_at) values ($1, $2, $3, 'password', 'A checker', false, false, clock.now() + interval '1 hour')`,
    [newId(), accountId, hashToken(token)],
  );
  return `viva.session_token=${token}`;
}
