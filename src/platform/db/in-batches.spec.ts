import { inBatches, pace } from './in-batches.js';

describe('a sweep in batches', () => {
  const usual = { ...pace };
  beforeEach(() => { pace.rest = 0; });
  afterEach(() => { Object.assign(pace, usual); });

  /** So many things that are due, and what each batch found. */
  const due = (left: number) => {
    const found: number[] = [];
    return { found, take: (size: number) => () => {
      const taken = Math.min(size, left);
      left -= taken;
      found.push(taken);
      return Promise.resolve(taken);
    } };
  };

  it('goes on until a batch is not full', async () => {
    const { found, take } = due(25);
    await inBatches(10, take(10));
    expect(found).toEqual([10, 10, 5]);
  });

  it('stops after the batch during which it is told to', async () => {
    const stop = new AbortController();
    const { found, take } = due(100);
    await inBatches(10, async () => {
      if (found.length === 1) stop.abort();
      return take(10)();
    }, stop.signal);
    expect(found).toEqual([10, 10]);
  });

  it('leaves the rest to its next tick once it has gone on for long enough', async () => {
    pace.longestMs = 0;
    const { found, take } = due(100);
    await inBatches(10, take(10));
    expect(found).toEqual([10]);
  });
});
