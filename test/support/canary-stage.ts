import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { type WholeProduct } from '../journeys/whole-product.js';
import { type Canary } from './canary.js';
import { type TestDatabase } from './database.js';
import { recruiterWith } from './organisations.js';
import { PASSWORD } from './password.js';
import { personWith } from './people.js';
import { setUpSecondFactor } from './second-factor.js';
import { until } from './until.js';
import { type Answer, Visitor } from './visitor.js';
import { type World } from './world.js';

/** A product that runs by itself, somebody who is like nobody else in it, and whoever they meet there. */
export interface Stage {
  readonly product: WholeProduct;
  readonly canary: Canary;
  /** Who they are in this product, once they have signed in. */
  readonly me: Visitor;
  readonly operator: Visitor;
  readonly recruiter: Visitor;
  readonly organisationId: string;
  /** As much of a world as rows are written with. */
  readonly rows: World;
}

/** A recruiter and an operator are written as rows and sign in; whoever looks for work comes by themselves. */
export async function stageOn(product: WholeProduct, canary: Canary): Promise<Stage> {
  const rows = rowsOf(product);
  const { organisationId } = await recruiterWith(rows, { email: 'recruiter@harbour.example', name: 'Grace Recruiter', organisation: { name: 'Harbour Talent', kind: 'agency', clients: [{ name: 'Northwind' }] } });
  await personWith(rows, { email: 'operator@example.com', name: 'Olga Operator', roles: ['operator'] });
  const [recruiter, operator] = [new Visitor(product.url), new Visitor(product.url)];
  ok(await recruiter.post('/api/session', { email: 'recruiter@harbour.example', password: PASSWORD }));
  ok(await operator.post('/api/session', { email: 'operator@example.com', password: PASSWORD }));
  await setUpSecondFactor(operator);
  return { product, canary, me: new Visitor(product.url), operator, recruiter, organisationId, rows };
}

/** As much of a world as rows are written and read with. */
export function rowsOf(product: WholeProduct): World {
  return { database: { query: (sql: string, parameters: readonly unknown[] = []) => asked(product, sql, parameters) } as TestDatabase } as World;
}

/** One statement as the owner of the tables. */
async function asked(product: WholeProduct, sql: string, parameters: readonly unknown[]): Promise<object[]> {
  const client = new Client({ connectionString: product.ownerUrl });
  await client.connect();
  try {
    return (await client.query<object>(sql, [...parameters])).rows;
  } finally {
    await client.end();
  }
}

/** What came back; throws with what was said when it was refused. */
export function ok<T = Record<string, unknown>>(answer: Answer): T {
  if (answer.status >= 400) throw new Error(`${answer.status} ${answer.text}`);
  return answer.body as T;
}

/** Allows something, as its switch does. */
export async function allowed({ me }: Stage, purpose: string, { scope, fields }: { scope?: string; fields?: readonly string[] } = {}): Promise<void> {
  const { purposes } = ok<{ purposes: { purpose: string; version: number; control: string }[] }>(await me.get('/api/purposes'));
  const notice = purposes.find((one) => one.purpose === purpose);
  ok(await me.post('/api/consents', { purpose, ...(scope ? { scope } : {}), ...(fields ? { fields } : {}), noticeVersion: notice?.version, wording: notice?.control, locale: 'en', eventId: randomUUID(), where: '/consents' }));
}

/** The token at the end of a link in a mail to an address whose subject fits. */
export function tokenTo({ product }: Pick<Stage, 'product'>, to: string, subject: RegExp): Promise<string> {
  const reader = new Visitor(product.url);
  return until(`a mail to ${to} about ${subject.source}`, async () => {
    const { mails } = ok<{ mails: { id: string; to: string; subject: string }[] }>(await reader.get('/api/inbox'));
    const mail = mails.find((one) => one.to === to && subject.test(one.subject));
    return mail ? /[#?&]token=([\w.-]+)/.exec(ok<{ text: string }>(await reader.get(`/api/inbox/${mail.id}`)).text)?.[1] ?? null : null;
  });
}

/** The same of somebody's own mail: a secret of theirs, which nobody may ever find. */
export async function mailedToken(stage: Stage, to: string, subject: RegExp): Promise<string> {
  return stage.canary.token(`the token mailed about ${subject.source}`, await tokenTo(stage, to, subject));
}

/** Moves the clock of the product. */
export async function later({ rows }: Pick<Stage, 'rows'>, interval: string): Promise<void> {
  await rows.database.query('insert into clock.shift as shift (by) values ($1) on conflict (only_row) do update set by = shift.by + excluded.by', [interval]);
}

/** Waits until every job of the timetable has run whose time has come, and all that follows from it. */
export async function settled({ rows }: Pick<Stage, 'rows'>): Promise<void> {
  await until('nothing is due', async () => {
    const [{ due } = { due: -1 }] = await rows.database.query<{ due: number }>(
      `select (select count(*)::int from jobs.timetable where next_at <= clock.now()) + (select count(*)::int from jobs.outbox where status not in ('done', 'dead') and run_at <= clock.now()) as due`);
    return due === 0;
  });
}
