import { availableParallelism } from 'node:os';
import { type CertificateMaking } from '../../src/certificates/issuing/certificate-making.js';
import { type Work } from '../../src/certificates/issuing/issuing-work.js';
import { accountOf, waitingToBeIssued } from '../../test/support/certificates.js';
import { TestCluster } from '../../test/support/cluster.js';
import { until } from '../../test/support/until.js';
import { World } from '../../test/support/world.js';
import { timed, timesOf } from '../search/timing.js';
import { type Figures } from './figures.js';

const ROUNDS = 10;
const EACH = 24;
const WARM_UP = 2;

/**
 * Issuing by way of outbox, relay, queue, lease and commit, against the same signing, drawing, storing and writing down by a bare worker
 * of BullMQ, on one database each. Milliseconds of the clock for each certificate; `ratio` is our speed by theirs.
 */
export async function queueFigures(): Promise<Figures> {
  const cluster = new TestCluster();
  try {
    const { superuserUrl, ownerUrl, applicationUrl } = await cluster.start();
    Object.assign(process.env, { TEST_SUPERUSER_URL: superuserUrl, TEST_OWNER_URL: ownerUrl, TEST_APPLICATION_URL: applicationUrl });
    const [ours, theirs] = [await throughTheOutbox(), await bare()];
    const [own, their]: [number[], number[]] = [[], []];
    for (let round = -WARM_UP; round < ROUNDS; round += 1) {
      const turns = [async () => { own.push((await timed(ours.issue)) / EACH); }, async () => { their.push((await timed(theirs.issue)) / EACH); }];
      for (const turn of round % 2 === 0 ? turns : turns.reverse()) await turn();
    }
    for (const side of [ours, theirs]) await side.end();
    const [first, second] = [timesOf(own.slice(WARM_UP)), timesOf(their.slice(WARM_UP))];
    return { name: 'certificates a second through the outbox ÷ by a bare BullMQ worker', ours: first, theirs: second, ratio: second.p50 / first.p50 };
  } finally {
    await cluster.stop();
  }
}

/** Mails are written on both sides and left to lie: sending them is other work. */
async function leaveMails(world: World): Promise<void> {
  await world.database.query(`create function jobs.leave_mails() returns trigger language plpgsql as $$ begin new.run_at := 'infinity'; return new; end $$`);
  await world.database.query(`create trigger leave_mails before insert on jobs.outbox for each row when (new.queue = 'mail') execute function jobs.leave_mails()`);
}

interface Side {
  /** So many, from the first that is asked for to the last that is there. */
  readonly issue: () => Promise<void>;
  readonly end: () => Promise<void>;
}

async function allIssued(world: World): Promise<void> {
  const { Database } = await import('../../src/platform/db/index.js');
  const db = world.app.get(Database);
  await until('all are issued', async () => (await db.alone.query<object[]>(`select from certificates.certificate where state = 'issuing' limit 1`)).length === 0);
}

async function throughTheOutbox(): Promise<Side> {
  const world = await World.create();
  await leaveMails(world);
  const accountId = await accountOf(await world.candidate());
  const { JobsRuntime } = await import('../../src/platform/jobs/index.js');
  await world.app.get(JobsRuntime).start();
  return {
    issue: async () => {
      await waitingToBeIssued(world, accountId, EACH);
      await allIssued(world);
    },
    end: () => world.destroy(),
  };
}

async function bare(): Promise<Side> {
  const world = await World.create();
  await leaveMails(world);
  const accountId = await accountOf(await world.candidate());
  const { JobTimings } = await import('../../src/platform/jobs/job-timings.js');
  const { openPostgresBackend } = await import('../../src/platform/jobs/postgres-backend.js');
  const backend = openPostgresBackend(world.database.applicationUrl, new JobTimings(), () => undefined);
  const issue = await issuing(world);
  const [queue, worker] = [backend.openQueue('media'), backend.openWorker('media', availableParallelism(), issue)];
  await queue.ready();
  return {
    issue: async () => {
      const ids = await waitingToBeIssued(world, accountId, EACH);
      await queue.add(ids.map((id) => ({ id, queue: 'media', attempts: 0, losses: 0 })));
      await allIssued(world);
    },
    end: async () => {
      await worker.close();
      await queue.close();
      await backend.close();
      await world.destroy();
    },
  };
}

/** The work itself: what is made, and one transaction that writes it down, without leases, steps, outbox and relay. */
async function issuing(world: World): Promise<(id: string) => Promise<void>> {
  const [{ CertificateMaking: Making }, { CertificateObjects }, { ContentRepository }, { IssuingNews }, { Database }, { StatusLists }, { CertificateWorks }] = await Promise.all([
    import('../../src/certificates/issuing/certificate-making.js'), import('../../src/certificates/issuing/certificate-objects.js'), import('../../src/certificates/issuing/content.repository.js'),
    import('../../src/certificates/issuing/issuing-news.js'), import('../../src/platform/db/index.js'), import('../../src/certificates/credentials/status/status-lists.js'), import('../../src/certificates/issuing/certificate-works.js'),
  ]);
  const { app } = world;
  const [db, objects, contents, news, lists] = [app.get(Database), app.get(CertificateObjects), app.get(ContentRepository), app.get(IssuingNews), app.get(StatusLists)];
  const noPace = { reach: () => Promise.resolve(), pass: () => undefined };
  const making: CertificateMaking = new Making({ make: () => Promise.resolve(null) } as never, app.get(CertificateWorks), objects, noPace as never);
  return async (id) => {
    const work = await db.transaction(async (tx): Promise<Work> => {
      const [row] = await tx.query<{ slug: string; candidateId: string; now: Date; until: Date }[]>(`select slug, candidate_id as "candidateId", clock.now() as now, clock.now() + interval '6 months' as until from certificates.certificate where id = $1`, [id]);
      const content = await contents.find(tx, id);
      if (!row || !content) throw new Error('There is nothing to issue');
      const status = await lists.draw(tx);
      await tx.query('update certificates.certificate set issued_at = $2, valid_until = $3, status_list = $4, status_index = $5 where id = $1', [id, row.now, row.until, status.list, status.index]);
      return { id, token: id, slug: row.slug, candidateId: row.candidateId, issuedAt: row.now, validUntil: row.until, status, content };
    });
    const made = await making.make(work, { signal: new AbortController().signal }, []);
    if (!made) throw new Error('Nothing was made');
    await db.transaction(async (tx) => {
      await objects.keep(tx, made.files, work.validUntil);
      await tx.query(`update certificates.certificate set state = 'issued', step = null where id = $1`, [id]);
      await contents.seal(tx, id, made.facts, made.signed);
      await contents.addFiles(tx, id, made.files);
      await news.tell(tx, { id, candidateId: work.candidateId, facts: made.facts, validUntil: work.validUntil, isPublished: false, isCorrection: false, lostClip: false });
    });
  };
}
