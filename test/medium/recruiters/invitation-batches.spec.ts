import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { Client } from 'pg';
import { publishedTemplate } from '../../support/invited.js';
import { withCredits } from '../../support/payments.js';
import { until } from '../../support/until.js';
import { SECRET, World } from '../../support/world.js';

interface Batch { id: string; lines: number; sent: number; passedOver: number; finishedAt: string | null }

const PEOPLE = 5000;

describe('5,000 people on one list', () => {
  let world: World;
  const workers: ChildProcess[] = [];
  beforeAll(async () => { world = await World.create(); });
  afterAll(async () => {
    for (const child of workers) child.kill('SIGKILL');
    await world.destroy();
  });

  /** The worker of the product as a process of its own. */
  const startWorker = (): ChildProcess => {
    const child = fork(join(import.meta.dirname, '../privacy/worker-process.ts'), [], {
      execArgv: ['--import', join(import.meta.dirname, '../../support/typescript.mjs')],
      env: { PATH: process.env.PATH, NODE_ENV: 'test', SECRET, DATABASE_URL: world.database.applicationUrl, PUBLIC_URL: world.url, LOG_LEVEL: 'silent' },
    });
    workers.push(child);
    return child;
  };

  it('are sent one mail each, although the worker is killed twice in the middle of them', async () => {
    const recruiter = await world.recruiter();
    const { templateId } = await publishedTemplate(world, recruiter.organisationId);
    await withCredits(world, { organisationId: recruiter.organisationId }, 'invited_interview', PEOPLE);
    const list = Array.from({ length: PEOPLE }, (_, index) => `Person ${index} <person${index}@example.com>`).join('\n');
    const { id } = (await recruiter.visitor.post(`/api/templates/${templateId}/invitations`, { eventId: randomUUID(), list, message: null })).body as Batch;
    const progress = async (): Promise<Batch> => (await recruiter.visitor.get(`/api/invitation-batches/${id}`)).body as Batch;
    const { BatchSending } = await import('../../../src/recruiters/invitations/batches/batch-sending.js');
    const sending = world.app.get(BatchSending);
    let done = 0;
    for (let kills = 0; kills < 2; kills += 1) {
      // A slice counts what it has sent at its end: whoever holds the count holds a worker in the middle of a slice.
      const holds = new Client(world.database.ownerUrl);
      await holds.connect();
      await holds.query('begin');
      const { rows: [me] } = await holds.query<{ pid: number }>('select pg_backend_pid() as pid');
      await holds.query('select from recruiters.invitation_batch where id = $1 for update', [id]);
      const worker = startWorker();
      await until('a slice is almost through', async () => (await world.database.query('select from pg_stat_activity where $1::int = any (pg_blocking_pids(pid))', [me?.pid])).length >= 1);
      worker.kill('SIGKILL');
      await once(worker, 'exit');
      await holds.query('rollback');
      await holds.end();
      await until('what it had not finished is undone', async () => (await world.database.query('select from recruiters.invitation_line for update nowait')).length === PEOPLE - done);
      expect(await progress()).toMatchObject({ lines: PEOPLE, sent: done, finishedAt: null });
      await sending.sendSlice(id);
      done += 100;
    }
    while (await sending.sendSlice(id));
    expect(await progress()).toMatchObject({ sent: PEOPLE, passedOver: 0, finishedAt: expect.any(String) });
    expect(await world.database.query(
      `select (select count(distinct email)::int from recruiters.invitation) as people, (select count(*)::int from recruiters.invitation) as invitations, (select count(*)::int from recruiters.invitation_link) as links,
         (select count(*)::int from mail.outbox where template = 'interview-invitation') as mails, (select count(distinct recipient_hash)::int from mail.outbox where template = 'interview-invitation') as recipients,
         (select count(*)::int from payments.use u join recruiters.invitation i on i.id = u.thing) as credits`))
      .toEqual([{ people: PEOPLE, invitations: PEOPLE, links: PEOPLE, mails: PEOPLE, recipients: PEOPLE, credits: PEOPLE }]);
  });
});
