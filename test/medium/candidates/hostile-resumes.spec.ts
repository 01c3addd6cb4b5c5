import { Policy } from '../../../src/platform/policy/index.js';
import { exhaustingTexts, hostileFiles } from '../../support/resumes/hostile.js';
import { parsers, watchParsers } from '../../support/resumes/parsers.js';
import { type Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';

const MEGABYTE = 1_048_576;
// The policy lets an account have twenty files read in an hour.
const FILES_OF_ONE = 19;
/** What a process of Node takes besides the memory that the policy allows for reading. */
const BESIDE_THE_HEAP_MB = 150;

let world: World;
let readers: Visitor[];
let mostMegabytes: number;
let highestMegabytes = 0;
beforeAll(async () => {
  world = await World.create();
  mostMegabytes = world.app.get(Policy).values.limits.resume.memoryMb + BESIDE_THE_HEAP_MB;
  readers = [];
  for (let count = 0; count * FILES_OF_ONE < hostileFiles.length + exhaustingTexts.length; count += 1) readers.push(await world.candidate());
});
afterAll(() => world.destroy());

const readerOf = (index: number): Visitor => readers[Math.floor(index / FILES_OF_ONE)]!;

describe('a file that was made to break, fool or exhaust us', () => {
  it('is of fifty kinds here', () => {
    expect(hostileFiles.length).toBeGreaterThanOrEqual(50);
  });

  it.each(hostileFiles.map((hostile, index) => [hostile.is, hostile, index] as const))('%s: is refused in words, within 15 seconds and a bounded memory, and disturbs nobody', async (_, { make, codes, status }, index) => {
    const file = await make();
    const visitor = readerOf(index);
    const [others, parser] = [watchOthers(), watchParsers()];
    const { answer, seconds } = await timed(() => visitor.putFile('/api/resume', file, 'application/octet-stream'));
    const { peakMegabytes } = parser.end();
    const { served, grownMegabytes } = await others.end();
    expect(answer.body).toMatchObject({ code: expect.stringMatching(new RegExp(`^candidates\\.resume_(?:${codes.join('|')})$`)), detail: expect.stringMatching(/Nothing of it was kept\. (?:Save|Choose)/) });
    expect(status).toContain(answer.status);
    expect(seconds).toBeLessThan(15);
    expect(grownMegabytes).toBeLessThan(100);
    expect(peakMegabytes).toBeLessThan(mostMegabytes);
    highestMegabytes = Math.max(highestMegabytes, peakMegabytes);
    expect(parsers()).toEqual([]);
    // However slow the machine, others were served all the while.
    expect(served).toBeGreaterThanOrEqual(Math.floor(seconds / 2));
  });

  it('is read by a process whose memory was really looked at', () => {
    if (process.platform === 'linux') expect(highestMegabytes).toBeGreaterThan(20);
  });

  it('leaves nothing behind: no resume, no file, no row but the count of tries', async () => {
    expect(await world.database.query('select 1 from candidates.resume')).toEqual([]);
    expect(await world.database.query('select 1 from storage.object')).toEqual([]);
  });
});

describe('a text on which careless patterns would spend minutes', () => {
  it.each(exhaustingTexts.map(([is, text], index) => [is, text, hostileFiles.length + index] as const))('made of %s: is read within the ten seconds there are', async (_, text, index) => {
    const answer = await readerOf(index).putFile('/api/resume', Buffer.from(text), 'text/plain');
    expect([answer.status, answer.text.slice(0, 200)]).toEqual([200, expect.any(String)]);
  });
});

async function timed<T>(act: () => Promise<T>): Promise<{ answer: T; seconds: number }> {
  const started = performance.now();
  const answer = await act();
  return { answer, seconds: (performance.now() - started) / 1000 };
}

/** Asks for the health of the server all the time, as others would ask for their pages, and looks at its memory. `served` were those answered before `end`. */
function watchOthers(): { end(): Promise<{ served: number; grownMegabytes: number }> } {
  const before = process.memoryUsage.rss();
  let [peak, served, ended] = [before, 0, false];
  const asking = (async () => {
    while (!ended) {
      const { status } = await world.visitor().get('/api/health/live');
      if (status === 200 && !ended) served += 1;
      peak = Math.max(peak, process.memoryUsage.rss());
      await new Promise((resolve) => { setTimeout(resolve, 50); });
    }
  })();
  return {
    end: async () => {
      ended = true;
      await asking;
      return { served, grownMegabytes: (peak - before) / MEGABYTE };
    },
  };
}
