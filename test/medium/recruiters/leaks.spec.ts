import { checkLeaks } from '../../../bench/leaks/check-leaks.js';
import { setStage, type Stage } from '../../../bench/leaks/stage.js';

const KINDS = ['search', 'count', 'place', 'suggestion', 'suggested place', 'profile', 'shortlist', 'export'];

describe('whoever takes their consent back, or a field of it, while others look', () => {
  let stage: Stage;
  beforeAll(async () => { stage = await setStage(8, 4); });
  afterAll(() => stage.clear());

  it('[MO03] is shown, counted, suggested and exported to nobody from the acknowledgement on, over two servers', async () => {
    const { reads, byKind, exportedRows, leaks, withdrawals } = await checkLeaks(stage, { seconds: 4 });
    expect(leaks).toEqual([]);
    expect(withdrawals).toBeGreaterThan(8);
    expect(reads).toBeGreaterThan(20);
    expect(Object.keys(byKind).toSorted()).toEqual(KINDS.toSorted());
    expect(exportedRows).toBeGreaterThan(0);
  });

  it('would be seen to leak, whole people and single fields, from a cache that is half a second late', async () => {
    const { leaks } = await checkLeaks(stage, { seconds: 4, cacheMs: 500 });
    expect(leaks.some((leak) => leak.includes('Marked person'))).toBe(true);
    expect(leaks.some((leak) => leak.includes('Hideout'))).toBe(true);
  });
});
