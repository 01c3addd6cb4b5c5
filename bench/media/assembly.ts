import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signedUp } from '../../test/journeys/newcomer.js';
import { longRecording } from '../../test/support/media/long-recording.js';
import { TestCluster } from '../../test/support/cluster.js';
import { freshDatabase } from '../../test/support/database.js';
import { until } from '../../test/support/until.js';
import { type Visitor } from '../../test/support/visitor.js';
import { freePort, SECRET } from '../../test/support/world.js';
import { type Times, timesOf } from '../search/timing.js';
import { beginTakes, must } from './measure.js';
import { processorTime, rewritersOf } from './processes.js';

/** What is loaded and compiled once is paid for by these. */
const WARM_UP = 2;
/** Files are encrypted, as they are after `npm start`. */
const KEY = 'ab'.repeat(32);

/**
 * Processor time of making one playable recording of the pieces that were sent: reading them, checking and joining them,
 * writing them anew in the child process, and storing the result. In milliseconds, the child process included. It is what
 * was built that is measured, in this process, with nobody else at work in it.
 */
export async function measureAssembly({ rounds, chunks }: { readonly rounds: number; readonly chunks: number }): Promise<Times> {
  const cluster = new TestCluster();
  const folder = await mkdtemp(join(tmpdir(), 'viva-bench-'));
  try {
    const { superuserUrl, ownerUrl, applicationUrl } = await cluster.start();
    Object.assign(process.env, { TEST_SUPERUSER_URL: superuserUrl, TEST_OWNER_URL: ownerUrl, TEST_APPLICATION_URL: applicationUrl });
    const product = await Built.start((await freshDatabase()).applicationUrl, folder);
    const takes = await sentTakes(await product.signedUp(), rounds + WARM_UP, chunks);
    const times: number[] = [];
    for (const takeId of takes) times.push(await costOf(() => product.assemble(takeId)));
    await product.end();
    return timesOf(times.slice(WARM_UP));
  } finally {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

interface App {
  get<T>(token: unknown): T;
  listen(port: number, host: string): Promise<unknown>;
  close(): Promise<void>;
}

/** The product as it was built, in this process and without a worker of its own. */
class Built {
  private constructor(private readonly app: App, private readonly url: string, private readonly parts: { readonly jobs: unknown; readonly assembly: unknown }) {}

  static async start(databaseUrl: string, folder: string): Promise<Built> {
    const [{ Config }, { webServer }, { JobsRuntime }, { RecordingAssembly }] = (await Promise.all(
      ['platform/config/index.js', 'app/index.js', 'platform/jobs/index.js', 'interviews/recordings/recording-assembly.js'].map((path) => import(new URL(`../../dist/${path}`, import.meta.url).href)),
    )) as [{ Config: { read(settings: object): unknown } }, { webServer: (this: void, config: unknown) => Promise<App> }, { JobsRuntime: unknown }, { RecordingAssembly: unknown }];
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const app = await webServer(Config.read({ NODE_ENV: 'test', SECRET, DATABASE_URL: databaseUrl, PUBLIC_URL: url, PORT: String(port), LOG_LEVEL: 'silent', STORAGE_DIR: join(folder, 'objects'), STORAGE_KEY: KEY }));
    await app.listen(port, '127.0.0.1');
    return new Built(app, url, { jobs: JobsRuntime, assembly: RecordingAssembly });
  }

  /** The mails go out as they would with a worker; nothing else is left to do afterwards. */
  async signedUp(): Promise<Visitor> {
    const sending = setInterval(() => void this.app.get<{ runDue(): Promise<void> }>(this.parts.jobs).runDue(), 200);
    try {
      return await signedUp(this.url, 'bench@example.com');
    } finally {
      clearInterval(sending);
    }
  }

  assemble(takeId: string): Promise<void> {
    return this.app.get<{ assemble(id: string): Promise<void> }>(this.parts.assembly).assemble(takeId);
  }

  end(): Promise<void> {
    return this.app.close();
  }
}

/** Answers of 90 seconds whose pieces are all there, and which nobody has joined yet. */
async function sentTakes(visitor: Visitor, count: number, chunks: number): Promise<string[]> {
  const recording = await longRecording('video-vp9.webm', { seconds: 90, bytes: 8_388_608 });
  const size = Math.ceil(recording.length / chunks);
  const takes = await beginTakes(visitor, count);
  for (const takeId of takes) {
    for (let seq = 0; seq < chunks; seq += 1) {
      must(await visitor.putFile(`/api/recordings/${takeId}/parts/0/chunks/${seq}`, recording.subarray(seq * size, (seq + 1) * size), 'application/octet-stream'), 200);
    }
    must(await visitor.post(`/api/recordings/${takeId}/completion`, { parts: [chunks] }), 202);
  }
  return takes;
}

/** Processor time of this process and of the children that ended meanwhile. */
export async function costOf(work: () => Promise<unknown>): Promise<number> {
  const [own, ofChildren] = [process.cpuUsage(), processorTime('self', 'children')];
  await work();
  const { user, system } = process.cpuUsage(own);
  // A child's time is known once it has ended; looking for it is not part of the work.
  await until('the process has ended', () => Promise.resolve(rewritersOf(process.pid).length === 0));
  return (user + system) / 1000 + processorTime('self', 'children') - ofChildren;
}
