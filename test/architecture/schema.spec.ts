import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { personalDataHolders } from '../../src/platform/personal-data/index.js';
import { Policy } from '../../src/platform/policy/index.js';
import { World } from '../support/world.js';
import { dataMap } from './data-map.js';
import { classFaults, type ColumnFact, entityFaults, foreignKeyFaults, holderFaults, type SchemaKey } from './schema.js';

/** The list of migrations is TypeORM's. */
const NOT_OURS = ["'public.migration'"];

/** The schemas of the modules, lowest first. */
const ORDER = ['jobs', 'audit', 'storage', 'mail', 'ai', 'http', 'auth', 'accounts', 'consent', 'notifications', 'candidates', 'payments', 'privacy', 'interviews', 'certificates', 'recruiters', 'survey'];

/** Each goes with its row in `consent.live_grant`, which is counted. */
const FALL_WITH_THEIR_CONSENT = ['recruiters.talent_listing', 'recruiters.talent_contact'];

describe('the schema', () => {
  let world: World;
  let tables: string[];
  let columns: ColumnFact[];

  beforeAll(async () => {
    world = await World.create();
    const ours = `table_schema not in ('pg_catalog', 'information_schema') and table_schema || '.' || table_name not in (${NOT_OURS.join(', ')})`;
    tables = (await world.database.query<{ name: string }>(`select table_schema || '.' || table_name as name from information_schema.tables where ${ours} order by 1`)).map(({ name }) => name);
    columns = await world.database.query<ColumnFact & Record<string, unknown>>(
      `select table_schema || '.' || table_name as table, column_name as column, replace(data_type, 'timestamp with time zone', 'timestamptz') as type, is_nullable = 'YES' as nullable
       from information_schema.columns where ${ours}`,
    );
  });

  afterAll(() => world.destroy());

  const held = () => personalDataHolders().flatMap(({ module, tables: list }) => list.map((entry) => ({ ...entry, module })));

  it('has one holder for each table, who names its subject and its retention class', () => {
    expect(tables.length).toBeGreaterThan(10);
    expect(holderFaults(tables.filter((table) => table !== 'clock.shift'), columns, held())).toEqual([]);
  });

  it.each([
    ['a table without a holder', ['x.orphan'], [], []],
    ['a table with two holders', ['x.t'], [], [held1('a'), held1('b')]],
    ['a subject that its holder does not name', ['x.t'], [fact('x.t', 'candidate_id')], [held1('a')]],
    ['a holder of a table that is not there', [], [], [held1('a')]],
  ])('would show %s', (_what, someTables, someColumns, someHeld) => {
    expect(holderFaults(someTables, someColumns, someHeld)).toHaveLength(1);
  });

  it('has a retention class of the policy for each table, which says from when it is kept', () => {
    expect(classFaults(held(), world.app.get(Policy).values.retention)).toEqual([]);
  });

  it.each([
    ['a table without a class', {}],
    ['a class that the policy does not have', { retention: 'planted' }],
    ['a class without a start event', { retention: 'startless' }],
  ])('would show %s', (_what, planted) => {
    expect(classFaults([{ table: 'x.t', ...planted }, { table: 'x.u', retention: 'notes' }], { startless: { from: '' }, notes: { from: 'the moment it is written' } })).toHaveLength(1);
  });

  it('is what the entities say, column by column', () => {
    const entities = world.app.get(DataSource).entityMetadatas;
    expect(entities.length).toBeGreaterThan(0);
    for (const { schema, tableName, columns: ours } of entities) {
      const table = `${schema}.${tableName}`;
      const entity = ours.map(({ databaseName, type, isNullable, isArray }) => fact(table, databaseName, isArray ? 'ARRAY' : String(type), isNullable));
      expect(entityFaults(entity, columns.filter((column) => column.table === table))).toEqual([]);
    }
  });

  it('would show an entity that has drifted from its table', () => {
    expect(entityFaults([fact('x.t', 'a')], [fact('x.t', 'a', 'text', true)])).toHaveLength(2);
  });

  it('counts what is deleted because its time was over, and finds by index what is due', async () => {
    const ending = held().filter(({ until }) => until !== undefined);
    expect(ending.length).toBeGreaterThan(30);
    const watched = (await world.database.query<{ name: string }>(`select tgrelid::regclass::text as name from pg_trigger where tgname = 'deletions_noted'`)).map(({ name }) => name);
    expect(ending.map(({ table }) => table).filter((table) => !watched.includes(table) && !FALL_WITH_THEIR_CONSENT.includes(table))).toEqual([]);
    const indexed = (await world.database.query<{ name: string }>(
      `select i.indrelid::regclass::text || '.' || a.attname as name from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]`)).map(({ name }) => name);
    expect(ending.map(({ table, until }) => `${table}.${until ?? ''}`).filter((end) => !indexed.includes(end))).toEqual([]);
  });

  it('lets foreign keys between modules point downwards only', async () => {
    const keys = await world.database.query<SchemaKey>(
      `select f.nspname as from, t.nspname as to from pg_constraint k
       join pg_class fc on fc.oid = k.conrelid join pg_namespace f on f.oid = fc.relnamespace
       join pg_class tc on tc.oid = k.confrelid join pg_namespace t on t.oid = tc.relnamespace
       where k.contype = 'f' and f.nspname <> t.nspname and f.nspname <> 'bullmq'`,
    );
    expect(keys.length).toBeGreaterThan(0);
    expect(foreignKeyFaults(keys, ORDER)).toEqual([]);
  });

  it.each([
    ['upwards', 'candidates', 'interviews'],
    ['out of a schema without a place', 'planted', 'accounts'],
    ['into a schema without a place', 'interviews', 'planted'],
  ])('would show a foreign key that points %s', (_what, from, to) => {
    expect(foreignKeyFaults([{ from, to }], ORDER)).toHaveLength(1);
  });

  it('belongs to the owner: the application owns nothing and cannot rewrite the clock or the audit log', async () => {
    const { databaseFaults } = await import('../../src/platform/db/index.js');
    expect(await databaseFaults(world.database.applicationUrl)).toEqual([]);
    expect(await databaseFaults(world.database.ownerUrl)).toHaveLength(1);
    const rights = await world.database.query<{ may: boolean }>(
      `select has_table_privilege('viva_application', t, p) as may from unnest(array['audit.entry', 'clock.shift']) t, unnest(array['update', 'delete']) p`,
    );
    expect(rights.every(({ may }) => !may)).toBe(true);
  });

  it('is described in docs/data-map.md as it is', () => {
    const file = join(import.meta.dirname, '../../docs/data-map.md');
    const map = dataMap(held(), Policy.load('viva-voce', join(import.meta.dirname, '../../policies')));
    if (process.env.WRITE_DOCS) writeFileSync(file, map);
    expect(readFileSync(file, 'utf8')).toBe(map);
  });
});

function fact(table: string, column: string, type = 'text', nullable = false): ColumnFact {
  return { table, column, type, nullable };
}

function held1(module: string) {
  return { table: 'x.t', subjectColumn: null, retention: 'register' as const, module };
}
