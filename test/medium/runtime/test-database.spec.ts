import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { databaseFaults } from '../../../src/platform/db/index.js';
import { freshDatabase, type TestDatabase } from '../../support/database.js';

/** The same database, seen by a new role that is a member of the owner; gone with what `work` gives. */
async function asMemberOfTheOwner<T>(url: string, work: (memberUrl: string) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: process.env.TEST_SUPERUSER_URL });
  await client.connect();
  const memberUrl = Object.assign(new URL(url), { username: `member_${randomUUID().replaceAll('-', '')}`, password: 'a-quiet-password' });
  await client.query(`create role ${memberUrl.username} login noinherit password '${memberUrl.password}' in role ${new URL(url).username}`);
  try {
    return await work(memberUrl.href);
  } finally {
    await client.query(`drop role ${memberUrl.username}`);
    await client.end();
  }
}

describe('the database of a test', () => {
  let database: TestDatabase;
  beforeEach(async () => { database = await freshDatabase(); });
  afterEach(() => database.drop());

  it('is fit for the application: its role owns nothing', async () => {
    expect(await databaseFaults(database.applicationUrl)).toEqual([]);
    expect(await databaseFaults(database.ownerUrl)).toHaveLength(1);
  });

  it('is unfit for a member of the owner, who can become the owner, and for a superuser', async () => {
    expect(await asMemberOfTheOwner(database.ownerUrl, databaseFaults)).toEqual([expect.stringContaining('owns tables')]);
    const { username, password } = new URL(process.env.TEST_SUPERUSER_URL ?? '');
    expect(await databaseFaults(Object.assign(new URL(database.ownerUrl), { username, password }).href)).toEqual([expect.stringContaining('superuser')]);
  });

  it('moves its clock by what it is told, and further the next time', async () => {
    await database.moveClock('3 days');
    await database.moveClock('1 day');
    const [row] = await database.query<{ days: number }>(`select extract(day from clock.now() - now())::int as days`);
    expect(row?.days).toBe(4);
  });

  it('is nobody else\'s: what one spec writes, another does not see', async () => {
    const other = await freshDatabase();
    await other.moveClock('1 year');
    expect(await database.query('select from clock.shift')).toHaveLength(0);
    await other.drop();
  });

  it('can be dropped while somebody is connected', async () => {
    const client = new Client({ connectionString: database.applicationUrl });
    client.on('error', () => undefined);
    await client.connect();
    await expect(database.drop()).resolves.toBeUndefined();
  });
});
