import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { asRole, Database, deleteEnded, prepared, type Tx, violates } from '../../../src/platform/db/index.js';
import { PreparingClient } from '../../../src/platform/db/preparing-client.js';
import { freshDatabase, type TestDatabase } from '../../support/database.js';
import { until } from '../../support/until.js';

const whoAmI = async (tx: Tx): Promise<string | undefined> => (await tx.query<{ name: string }[]>('select current_user::text as name'))[0]?.name;
const signUp = (tx: Tx, email: string): Promise<unknown> => tx.query('insert into auth."user" (id, name, email) values ($1, $2, $3)', [randomUUID(), 'Ada Example', email]);

describe('the database', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let db: Database;

  beforeAll(async () => {
    database = await freshDatabase();
    dataSource = await new DataSource({ type: 'postgres', url: database.applicationUrl, extra: { max: 2 } }).initialize();
    db = new Database(dataSource);
  });

  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const peopleCalled = async (email: string): Promise<number> => (await database.query('select 1 from auth."user" where email = $1', [email])).length;

  it('shows a talent search nothing of accounts, candidates and interviews that was not granted to it', async () => {
    const tables = await database.query<{ schema: string; name: string }>(
      `select table_schema as schema, format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_schema in ('auth', 'accounts', 'candidates', 'interviews')`,
    );
    expect(new Set(tables.map(({ schema }) => schema)).size).toBe(4);
    for (const { name } of tables) {
      const read = (tx: Tx): Promise<unknown> => tx.query(`select * from ${name} limit 1`);
      await expect(db.transaction(read)).resolves.toEqual([]);
      await expect(db.transaction((tx) => asRole(tx, 'viva_talent', read))).rejects.toThrow(/permission denied/);
      await expect(db.reading('viva_talent', read)).rejects.toThrow(/permission denied/);
    }
  });

  it('gives a transaction its own privileges again after it has put on a role, and the result of what was done', async () => {
    await db.transaction(async (tx) => {
      const own = await whoAmI(tx);
      expect(await asRole(tx, 'viva_talent', whoAmI)).toBe('viva_talent');
      expect(await whoAmI(tx)).toBe(own);
      expect(await tx.query('select 1 from accounts.account')).toEqual([]);
    });
  });

  it('hands a connection on without the role, even when what was done under it failed', async () => {
    const single = await new DataSource({ type: 'postgres', url: database.applicationUrl, extra: { max: 1 } }).initialize();
    try {
      const own = await whoAmI(single.manager);
      const fail = (): Promise<never> => Promise.reject(new Error('no such talent'));
      await expect(new Database(single).transaction((tx) => asRole(tx, 'viva_talent', fail))).rejects.toThrow('no such talent');
      expect(await whoAmI(single.manager)).toBe(own);
    } finally {
      await single.destroy();
    }
  });

  it('reads under a role from the first statement to the last, changes nothing meanwhile, and hands the connection on without the role', async () => {
    const single = await new DataSource({ type: 'postgres', url: database.applicationUrl, extra: { max: 1 } }).initialize();
    const one = new Database(single);
    try {
      const own = await whoAmI(one.alone);
      expect(await one.reading('viva_talent', async (tx) => [await whoAmI(tx), await whoAmI(tx)])).toEqual(['viva_talent', 'viva_talent']);
      expect(await one.reading('viva_talent', async (tx, now) => [now, ...(await tx.query<{ now: Date }[]>('select now() as now')).map(({ now: asked }) => asked.getTime() - now.getTime())])).toEqual([expect.any(Date), 0]);
      expect(await whoAmI(one.alone)).toBe(own);
      await expect(one.reading('viva_talent', (tx) => tx.query('create temporary table note (text text)'))).rejects.toThrow('read-only transaction');
      expect(await whoAmI(one.alone)).toBe(own);
      await expect(one.reading('viva_talent', () => Promise.reject(new Error('no such talent')))).rejects.toThrow('no such talent');
      expect(await whoAmI(one.alone)).toBe(own);
    } finally {
      await single.destroy();
    }
  });

  it('plans a marked statement once for a connection, and every other one for its parameters', async () => {
    const single = await new DataSource({ type: 'postgres', url: database.applicationUrl, extra: { max: 1, Client: PreparingClient } }).initialize();
    const [marked, other] = [prepared('select $1::int + 1 as sum'), 'select $1::int + 2 as sum'];
    try {
      for (const value of [1, 2]) {
        expect(await single.query(marked, [value])).toEqual([{ sum: value + 1 }]);
        expect(await single.query(other, [value])).toEqual([{ sum: value + 2 }]);
      }
      expect(await single.query('select statement from pg_prepared_statements')).toEqual([{ statement: marked }]);
      expect(prepared(marked)).toBe(marked);
    } finally {
      await single.destroy();
    }
  });

  it('keeps all of a transaction or nothing', async () => {
    await db.transaction((tx) => signUp(tx, 'kept@example.com'));
    expect(await peopleCalled('kept@example.com')).toBe(1);
    await expect(db.transaction(async (tx) => {
      await signUp(tx, 'gone@example.com');
      throw new Error('changed our mind');
    })).rejects.toThrow('changed our mind');
    expect(await peopleCalled('gone@example.com')).toBe(0);
  });

  it('deletes what is over, and leaves what gets another end while its row is waited for', async () => {
    const [over, renewed, lasting] = ['a', 'b', 'c'].map((letter) => letter.repeat(64));
    await database.query(`insert into http.rate_limit (key_hash, tries, window_ends_at) values ($1, 1, clock.now()), ($2, 1, clock.now()), ($3, 1, clock.now() + interval '1 hour')`, [over, renewed, lasting]);
    const deleting = await db.transaction(async (tx) => {
      await tx.query(`update http.rate_limit set window_ends_at = clock.now() + interval '1 hour' where key_hash = $1`, [renewed]);
      const ended = deleteEnded(db.alone, 'http.rate_limit', 'window_ends_at <= clock.now()');
      await until('a deletion waits for the row', async () => (await database.query('select 1 from pg_locks l join pg_stat_activity a using (pid) where not l.granted and a.datname = current_database()')).length > 0);
      return { ended };
    });
    await deleting.ended;
    expect(await database.query('select key_hash as key from http.rate_limit order by key_hash')).toEqual([{ key: renewed }, { key: lasting }]);
  });

  it('tells by its name which rule a second row of the same broke', async () => {
    await db.transaction((tx) => signUp(tx, 'once@example.com'));
    const error: unknown = await db.transaction((tx) => signUp(tx, 'once@example.com')).catch((thrown: unknown) => thrown);
    expect(violates(error, 'user_email_key')).toBe(true);
    expect(violates(error, 'user_pkey')).toBe(false);
  });

  it('takes no other failure for a broken rule of uniqueness', async () => {
    const unchecked: unknown = await db.alone.query(
      `insert into accounts.operator_claim (token_hash) values ('short')`).catch((thrown: unknown) => thrown);
    expect(unchecked).toMatchObject({ driverError: { code: '23514', constraint: 'operator_claim_token_hash_check' } });
    expect(violates(unchecked, 'operator_claim_token_hash_check')).toBe(false);
    expect(violates(new Error('user_email_key'), 'user_email_key')).toBe(false);
  });
});
