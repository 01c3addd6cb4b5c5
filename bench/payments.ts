// How long does a gateway wait for the answer to a webhook? `npm run bench:payments -- --json`, from what was built: ten at once,
// against the bare insert of the same row, in turns; the worker asks the gateway about each of them meanwhile.
import { parseArgs } from 'node:util';
import { WholeProduct } from '../test/journeys/whole-product.js';
import { StripeDouble } from '../test/support/gateways/stripe-double.js';
import { measureWebhooks } from './payments/measure.js';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '10' }, each: { type: 'string', default: '300' }, json: { type: 'boolean', default: false } } });

const stripe = await StripeDouble.start();
const product = await WholeProduct.start(39_700, { ...stripe.settings, BUILT_IN_GATEWAY: 'false' });
try {
  const report = await measureWebhooks({ url: product.url, databaseUrl: product.ownerUrl, sign: (body) => stripe.sign(body) }, { rounds: Number(values.rounds), each: Number(values.each) });
  process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : [
    `a webhook, ${report.atOnce} at once: ${report.webhook.p50}/${report.webhook.p95} ms (p50/p95 of ${report.webhook.count}), ${report.refused} refused`,
    `the same row inserted alone: ${report.bareInsert.p50}/${report.bareInsert.p95} ms; ratio ${report.ratio.p50}/${report.ratio.p95}`, '',
  ].join('\n'));
} finally {
  await product.end();
  await stripe.stop();
}
