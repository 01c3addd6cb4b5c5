import { longRecording } from '../../test/support/media/long-recording.js';
import { TestCluster } from '../../test/support/cluster.js';
import { until } from '../../test/support/until.js';
import { type Times, timesOf } from '../search/timing.js';
import { beginTakes, must } from './measure.js';
import { processorTime, rewritersOf } from './processes.js';

/** What is loaded and compiled once is paid for by these. */
const WARM_UP = 2;

/**
 * Processor time of making one playable recording of the pieces that were sent: reading them, checking and joining them,
 * writing them anew in the child process, and storing the result. In milliseconds, the child process included.
 */
export async function measureAssembly({ rounds, chunks }: { readonly rounds: number; readonly chunks: number }): Promise<Times> {
  const cluster = new TestCluster();
  try {
    const { superuserUrl, ownerUrl, applicationUrl } = await cluster.start();
    Object.assign(process.env, { TEST_SUPERUSER_URL: superuserUrl, TEST_OWNER_URL: ownerUrl, TEST_APPLICATION_URL: applicationUrl });
    const { World } = await import('../../test/support/world.js');
    const { RecordingAssembly } = await import('../../src/interviews/recordings/recording-assembly.js');
    const world = await World.create();
    const takes = await sentTakes(await world.candidate(), rounds + WARM_UP, chunks);
    const assembly = world.app.get(RecordingAssembly);
    const times: number[] = [];
    for (const takeId of takes) times.push(await costOf(() => assembly.assemble(takeId)));
    await world.destroy();
    return timesOf(times.slice(WARM_UP));
  } finally {
    await cluster.stop();
  }
}

/** Answers of 90 seconds whose pieces are all there, and which nobody has joined yet. */
async function sentTakes(visitor: Parameters<typeof beginTakes>[0], count: number, chunks: number): Promise<string[]> {
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
