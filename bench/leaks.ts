// Is anybody shown who has taken their consent back? `npm run check:leaks -- --seconds 60`, from what was built. The checker
// is then run against a planted cache of half a second, and must find what that lets through.
import { parseArgs } from 'node:util';
import { TestCluster } from '../test/support/cluster.js';
import { CANDIDATES, checkLeaks, type LeakReport, READERS } from './leaks/check-leaks.js';
import { setStage, type Stage } from './leaks/stage.js';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '60' }, json: { type: 'boolean', default: false } } });
const seconds = Number(values.seconds);
const cluster = new TestCluster();
let stage: Stage | undefined;
try {
  const { superuserUrl, ownerUrl, applicationUrl } = await cluster.start();
  Object.assign(process.env, { TEST_SUPERUSER_URL: superuserUrl, TEST_OWNER_URL: ownerUrl, TEST_APPLICATION_URL: applicationUrl });
  stage = await setStage(CANDIDATES, READERS);
  const product = await checkLeaks(stage, { seconds });
  const planted = await checkLeaks(stage, { seconds: Math.min(seconds, 10), cacheMs: 500 });
  process.stdout.write(values.json ? `${JSON.stringify({ product, planted })}\n` : [line('the product', product), line('with a planted cache', planted), ''].join('\n'));
  if (product.leaks.length > 0 || planted.leaks.length === 0) process.exitCode = 1;
} finally {
  await stage?.clear();
  await cluster.stop();
}

function line(what: string, { reads, byKind, exportedRows, leaks, withdrawals, seconds: lasted }: LeakReport): string {
  const kinds = Object.entries(byKind).map(([kind, count]) => `${kind} ${count}`).join(', ');
  return `${what}: ${leaks.length} leaks in ${reads} reads after a withdrawal (${kinds}; ${exportedRows} people in exports); ${withdrawals} withdrawals in ${lasted} s${leaks.length > 0 ? `; first: ${leaks[0]}` : ''}`;
}
