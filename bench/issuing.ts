// Is every certificate issued once, whatever is killed? `npm run check:issuing -- --certificates 200`: one worker after the other dies
// at each place of its work, and then wherever it happens to be; what is there in the end is counted, and everything that must hold is looked at.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { TestCluster } from '../test/support/cluster.js';
import { issuedUnderFire } from '../test/support/killed-issuers.js';
import { World } from '../test/support/world.js';

const { values } = parseArgs({ options: { certificates: { type: 'string', default: '200' }, json: { type: 'boolean', default: false } } });
const VIDEOS = 6;
const PLACES = ['clip@2', 'taken@9', 'credential@8', 'paper@7', 'storing@9', 'stored@6', 'settled@8'];
const AT_RANDOM = 4;
const MOST_PASSES = 60;

const certificates = Number(values.certificates);
const ends = [...PLACES, ...Array.from({ length: AT_RANDOM }, () => `any@${1 + Math.floor(Math.random() * MOST_PASSES)}`)];
const [cluster, folder] = [new TestCluster(), await mkdtemp(join(tmpdir(), 'viva-issuing-'))];
try {
  const { superuserUrl, ownerUrl, applicationUrl } = await cluster.start();
  Object.assign(process.env, { TEST_SUPERUSER_URL: superuserUrl, TEST_OWNER_URL: ownerUrl, TEST_APPLICATION_URL: applicationUrl });
  const world = await World.create({ STORAGE_DIR: folder });
  const found = await issuedUnderFire(world, folder, { certificates, videos: VIDEOS, ends });
  const { Invariants } = await import('../src/app/invariants/invariants.js');
  const broken = (await world.app.get(Invariants).check()).filter((result) => result.broken.length > 0).map(({ name }) => name);
  await world.destroy();
  process.stdout.write(values.json ? `${JSON.stringify({ certificates, ends, found, broken })}\n` : [
    `${found.issued} of ${certificates} issued, ${found.events} said so, ${found.mails} mails; workers died at ${ends.join(', ')}`,
    `${found.objects} objects, ${found.whole} of them whole and needed; ${found.onDisk} files on disk, ${VIDEOS} of them recordings`,
    `of what must hold, broken: ${broken.join(', ') || 'nothing'}`, '',
  ].join('\n'));
  const all = ['issued', 'places', 'events', 'mails'].every((what) => found[what] === certificates);
  if (!all || found.whole !== found.objects || broken.length > 0) process.exitCode = 1;
} finally {
  await cluster.stop();
  await rm(folder, { recursive: true, force: true });
}
