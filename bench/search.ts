// How quick is the search? `npm run bench:search -- --candidates 1000000 --json`. The data is made up, in a cluster of its own
// that is deleted afterwards; docs/performance.md says what the figures mean.
import { parseArgs } from 'node:util';
import { TestCluster } from '../test/support/cluster.js';
import { measureSearch, type SearchReport } from './search/measure.js';

const { values } = parseArgs({ options: {
  candidates: { type: 'string', default: '1000000' }, rounds: { type: 'string', default: '200' }, 'not-found-rounds': { type: 'string', default: '500' }, json: { type: 'boolean', default: false },
} });
// As a server is set up: what is committed is on the disk, and the data fits into memory.
const cluster = new TestCluster({ fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on', shared_buffers: '2GB', max_wal_size: '16GB', random_page_cost: '1.1', effective_cache_size: '4GB', jit: 'off' });
try {
  const { superuserUrl, ownerUrl, applicationUrl } = await cluster.start();
  Object.assign(process.env, { TEST_SUPERUSER_URL: superuserUrl, TEST_OWNER_URL: ownerUrl, TEST_APPLICATION_URL: applicationUrl });
  const report = await measureSearch({ candidates: Number(values.candidates), rounds: Number(values.rounds), notFoundRounds: Number(values['not-found-rounds']) }, superuserUrl);
  process.stdout.write(values.json ? `${JSON.stringify(report, null, 1)}\n` : table(report));
} finally {
  await cluster.stop();
}

function table({ candidates, floors, times, http, withdrawals, notFound, ratios }: SearchReport): string {
  const show = ({ p50, p95 }: { p50: number; p95: number }): string => `${p50.toFixed(2)}/${p95.toFixed(2)}`;
  const rows = Object.entries(times).map(([name, { page, tally, pageOfTenth }]) => {
    const { http: overHttp, bare } = http[name as keyof typeof http];
    return `| ${[name, show(page), show(ratios.pageToTwentyByKey[name as keyof typeof times]), show(tally), show(pageOfTenth), show(bare), show(overHttp), show(ratios.httpToBare[name as keyof typeof times])].join(' | ')} |`;
  });
  return [
    `${candidates.toLocaleString('en')} candidates, ${Math.ceil(candidates * 0.3).toLocaleString('en')} of them listed; ms p50/p95`, '',
    '| query | page | ÷ 20 rows by key | count and facets | page at a tenth | page, count, facets: bare client | the same over HTTP | HTTP ÷ bare |', '|---|---|---|---|---|---|---|---|', ...rows, '',
    `round trip ${show(floors.roundTrip)}, 20 rows by primary key ${show(floors.twentyByKey)}`,
    `withdrawal ${show(withdrawals.withdrawal)}, bare ledger insert ${show(withdrawals.ledgerInsert)}, ratio ${show(ratios.withdrawalToLedgerInsert)}`,
    `404s: ${Object.entries(notFound.times).map(([name, times404]) => `${name} ${show(times404)}`).join(', ')}; ${notFound.areIdentical ? 'identical' : 'NOT identical'} bytes`, '',
  ].join('\n');
}
