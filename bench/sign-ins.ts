// Does signing in slow down those who are working? Normal use is measured without and with two sign-ins a second, in
// turns on one running product; the figure is the ratio of the two 95th percentiles.
// node --import ./test/support/typescript.mjs bench/sign-ins.ts [seconds of each turn]
import { setTimeout as pause } from 'node:timers/promises';
import { PASSWORD, signedUp } from '../test/journeys/newcomer.js';
import { WholeProduct } from '../test/journeys/whole-product.js';
import { Visitor } from '../test/support/visitor.js';

const SECONDS = Number(process.argv[2] ?? 30);
const REQUESTS_A_SECOND = 20;
const SIGN_INS_A_SECOND = 2;
const TURNS = ['quiet', 'busy', 'quiet', 'busy'] as const;

const product = await WholeProduct.start(39_500);
try {
  const [person, ...others] = await Promise.all([0, 1, 2].map((number) => signedUp(product.url, `bench${number}@example.com`)));
  const use = await normalUse(person as Visitor);
  const times: Record<(typeof TURNS)[number], number[]> = { quiet: [], busy: [] };
  for (const turn of TURNS) {
    const end = Date.now() + SECONDS * 1000;
    const [measured] = await Promise.all([
      steadily(REQUESTS_A_SECOND, end, use),
      turn === 'busy' ? steadily(SIGN_INS_A_SECOND, end, (count) => signIn(product.url, 1 + (count % others.length))) : [],
    ]);
    times[turn].push(...measured);
  }
  const [quiet, busy] = [percentile(times.quiet, 0.95), percentile(times.busy, 0.95)];
  process.stdout.write(`normal use, p95: ${quiet.toFixed(1)} ms; beside ${SIGN_INS_A_SECOND} sign-ins a second: ${busy.toFixed(1)} ms; ratio ${(busy / quiet).toFixed(2)}\n`);
} finally {
  await product.end();
}

/** One request of somebody practising, in turns: the list, the interview, an answer saved. */
async function normalUse(visitor: Visitor): Promise<(count: number) => Promise<void>> {
  const { id } = (await visitor.post('/api/interviews', { roleId: 'software-engineer', levelId: 'mid', questionCount: 5 })).body as { id: string };
  let revision = 0;
  const requests = [
    () => visitor.get('/api/interviews'),
    () => visitor.get(`/api/interviews/${id}`),
    async () => {
      const answer = await visitor.put(`/api/interviews/${id}/answers/1`, { text: `I looked at the numbers first (${revision}).`, baseRevision: revision });
      ({ revision } = answer.body as { revision: number });
      return answer;
    },
  ];
  return async (count) => {
    const { status } = await (requests[count % requests.length] ?? requests[0])!();
    if (status !== 200) throw new Error(`Normal use was answered with ${status}`);
  };
}

async function signIn(url: string, number: number): Promise<void> {
  const { status } = await new Visitor(url).post('/api/session', { email: `bench${number}@example.com`, password: PASSWORD });
  if (status !== 200) throw new Error(`A sign-in was answered with ${status}`);
}

/** Begins `rate` runs a second until `end`, whether or not the ones before have ended; their times in milliseconds. */
async function steadily(rate: number, end: number, run: (count: number) => Promise<void>): Promise<number[]> {
  const runs: Promise<number>[] = [];
  for (let count = 0; Date.now() < end; count += 1) {
    const begun = performance.now();
    runs.push(run(count).then(() => performance.now() - begun));
    await pause(1000 / rate - ((performance.now() - begun) % (1000 / rate)));
  }
  return Promise.all(runs);
}

function percentile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? NaN;
}
