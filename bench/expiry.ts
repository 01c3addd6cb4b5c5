// How quickly does what is over go? `npm run bench:expiry`, -- --json. Interviews with all that hangs from them, what else people leave, and files on the disk,
// made up, in a cluster of its own that is deleted afterwards; docs/performance.md says what the figures mean.
import { parseArgs } from 'node:util';
import { TestCluster } from '../test/support/cluster.js';
import { type ExpiryReport, measureExpiry } from './expiry/measure.js';

const { values } = parseArgs({ options: {
  candidates: { type: 'string', default: '100000' }, interviews: { type: 'string', default: '30000' }, files: { type: 'string', default: '20000' },
  turns: { type: 'string', default: '5' }, searches: { type: 'string', default: '400' }, json: { type: 'boolean', default: false },
} });
// As a server is set up: what is committed is on the disk, and the data fits into memory.
const cluster = new TestCluster({ fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on', shared_buffers: '2GB', max_wal_size: '16GB', random_page_cost: '1.1', effective_cache_size: '4GB', jit: 'off' });
try {
  const { superuserUrl, ownerUrl, applicationUrl } = await cluster.start();
  Object.assign(process.env, { TEST_SUPERUSER_URL: superuserUrl, TEST_OWNER_URL: ownerUrl, TEST_APPLICATION_URL: applicationUrl });
  const report = await measureExpiry(
    { candidates: Number(values.candidates), interviews: Number(values.interviews), files: Number(values.files), turns: Number(values.turns), searches: Number(values.searches) }, superuserUrl);
  process.stdout.write(values.json ? `${JSON.stringify(report, null, 1)}\n` : lines(report));
} finally {
  await cluster.stop();
}

function lines({ kinds, search: { alone, meanwhile: during }, meanwhile, left, ratios, rowsPerSecond }: ExpiryReport): string {
  return [
    ...[...kinds, { name: 'all', ...rowsPerSecond }].map(({ name, batched, plain, ratio }) => `${name}: ${batched.toLocaleString('en')} rows a second in batches, ${plain.toLocaleString('en')} plainly, ratio ${ratio}`),
    `search, ms p50/p95: ${alone.p50}/${alone.p95} alone, ${during.p50}/${during.p95} meanwhile (${during.count} searches), ratio ${ratios.searchMeanwhileToAlone.p50}/${ratios.searchMeanwhileToAlone.p95}`,
    `${meanwhile.due.toLocaleString('en')} due rows and ${meanwhile.files.toLocaleString('en')} files meanwhile in ${meanwhile.seconds} s; ${left} left`, '',
  ].join('\n');
}
