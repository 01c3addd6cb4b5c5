import { checkLeaks, type LeakReport } from '../../../bench/leaks/check-leaks.js';
import { setStage, type Stage } from '../../../bench/leaks/stage.js';

const KINDS = ['search', 'count', 'place', 'suggestion', 'suggested place', 'profile', 'shortlist', 'export'];

describe('whoever takes their consent back, or a field of it, while others look', () => {
  let stage: Stage;
  beforeAll(async () => { stage = await setStage(8, 4); });
  afterAll(() => stage.clear());

  /** Has them look for four seconds, and for longer again on a machine on which that was not enough to tell. */
  const lookUntil = async (isEnough: (report: LeakReport) => boolean, how: { cacheMs?: number } = {}): Promise<LeakReport[]> => {
    const looks: LeakReport[] = [];
    for (let seconds = 4; looks.length === 0 || !isEnough(looks.at(-1)!); seconds *= 2) looks.push(await checkLeaks(stage, { seconds, ...how }));
    return looks;
  };

  it('[MO03] is shown, counted, suggested and exported to nobody from the acknowledgement on, over two servers', async () => {
    const enough = ({ reads, byKind, exportedRows, withdrawals }: LeakReport): boolean => withdrawals > 8 && reads > 20 && KINDS.every((kind) => byKind[kind]) && exportedRows > 0;
    const looks = await lookUntil(enough);
    expect(looks.flatMap(({ leaks }) => leaks)).toEqual([]);
    expect(Object.keys(looks.at(-1)!.byKind).toSorted()).toEqual(KINDS.toSorted());
  });

  it('would be seen to leak, whole people and single fields, from a cache that is half a second late', async () => {
    const seen = ({ leaks }: LeakReport, name: string): boolean => leaks.some((leak) => leak.includes(name));
    const looks = await lookUntil((report) => seen(report, 'Marked person') && seen(report, 'Hideout'), { cacheMs: 500 });
    expect(looks.at(-1)!.leaks).not.toEqual([]);
  });
});
