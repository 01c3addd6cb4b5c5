import { exhaustingTexts, hostileFiles } from '../../support/resumes/hostile.js';
import { type Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';

const MEGABYTE = 1_048_576;
// The policy lets an account have twenty files read in an hour.
const FILES_OF_ONE = 19;

let world: World;
let readers: Visitor[];
beforeAll(async () => {
  world = await World.create();
  readers = [];
  for (let count = 0; count * FILES_OF_ONE < hostileFiles.length + exhaustingTexts.length; count += 1) readers.push(await world.candidate());
});
afterAll(() => world.destroy());

const readerOf = (index: number): Visitor => readers[Math.floor(index / FILES_OF_ONE)]!;

describe('a file that was made to break, fool or exhaust us', () => {
  it('is of fifty kinds here', () => {
    expect(hostileFiles.length).toBeGreaterThanOrEqual(50);
  });

  it.each(hostileFiles.map((hostile, index) => [hostile.is, hostile, index] as const))('%s: is refused in words, within 15 seconds, and disturbs nobody', async (_, { make, codes, status }, index) => {
    const file = await make();
    const visitor = readerOf(index);
    const others = watchOthers();
    const { answer, seconds } = await timed(() => visitor.putFile('/api/resume', file, 'application/octet-stream'));
    const { busySeconds, answered, grownMegabytes } = await others.end();
    expect(answer.body).toMatchObject({ code: expect.stringMatching(new RegExp(`^candidates\\.resume_(?:${codes.join('|')})$`)), detail: expect.stringMatching(/Nothing of it was kept\. (?:Save|Choose)/) });
    expect(status).toContain(answer.status);
    expect(seconds).toBeLessThan(15);
    expect(grownMegabytes).toBeLessThan(100);
    expect(answered).toBeGreaterThan(0);
    // What this process worked itself, so that neither the reading child nor a busy machine counts: the others were served meanwhile.
    expect(busySeconds).toBeLessThan(1 + seconds / 2);
  });

  it('leaves nothing behind: no resume, no file, no row but the count of tries', async () => {
    expect(await world.database.query('select 1 from candidates.resume')).toEqual([]);
    expect(await world.database.query('select 1 from storage.object')).toEqual([]);
  });
});

describe('a text on which careless patterns would spend minutes', () => {
  it.each(exhaustingTexts.map(([is, text], index) => [is, text, hostileFiles.length + index] as const))('made of %s: is read', async (_, text, index) => {
    const { answer, seconds } = await timed(() => readerOf(index).putFile('/api/resume', Buffer.from(text), 'text/plain'));
    expect([answer.status, answer.text.slice(0, 200)]).toEqual([200, expect.any(String)]);
    expect(seconds).toBeLessThan(10);
  });
});

async function timed<T>(act: () => Promise<T>): Promise<{ answer: T; seconds: number }> {
  const started = performance.now();
  const answer = await act();
  return { answer, seconds: (performance.now() - started) / 1000 };
}

/** Asks for the health of the server all the time, as others would ask for their pages, and looks at its memory. */
function watchOthers(): { end(): Promise<{ busySeconds: number; answered: number; grownMegabytes: number }> } {
  const before = process.memoryUsage.rss();
  const worked = process.cpuUsage();
  let [peak, answered, ended] = [before, 0, false];
  const asking = (async () => {
    while (!ended || answered === 0) {
      const { status } = await world.visitor().get('/api/health/live');
      if (status === 200) answered += 1;
      peak = Math.max(peak, process.memoryUsage.rss());
      await new Promise((resolve) => { setTimeout(resolve, 50); });
    }
  })();
  return {
    end: async () => {
      ended = true;
      await asking;
      const { user, system } = process.cpuUsage(worked);
      return { busySeconds: (user + system) / 1e6, answered, grownMegabytes: (peak - before) / MEGABYTE };
    },
  };
}
