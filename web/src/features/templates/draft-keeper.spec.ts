import { NoConnectionError, ProblemError, readProblem } from '../../api/problem.js';
import { DraftKeeper, type KeptState } from './draft-keeper.js';

const elsewhere = new ProblemError(readProblem(409, { code: 'recruiters.template_changed_elsewhere', detail: 'No.' }, null));
const states: KeptState['kind'][] = [];
let sent: [number, string][] = [];
beforeEach(() => { states.length = 0; sent = []; });

const keeperWith = (answer: (text: string) => Promise<void> = () => Promise.resolve()): DraftKeeper<string> => new DraftKeeper<string>(
  1,
  async (revision, text) => {
    sent.push([revision, text]);
    await answer(text);
    return { revision: revision + 1, savedAt: '2026-11-21T14:02:00Z' };
  },
  ({ kind }) => states.push(kind),
);

describe('a draft that is written', () => {
  it('is saved once for all that was written meanwhile, each time upon the revision that came back', async () => {
    const keeper = keeperWith();
    keeper.change('a');
    keeper.change('ab');
    await keeper.flush();
    keeper.change('abc');
    expect(await keeper.flush()).toBe(true);
    expect(sent).toEqual([[1, 'ab'], [2, 'abc']]);
    expect([states.at(-1), keeper.revision, keeper.hasUnsaved]).toEqual(['saved', 3, false]);
  });

  it('sends one request at a time: what is written while one is on its way follows it', async () => {
    let arrive = (): void => undefined;
    const keeper = keeperWith((text) => (text === 'a' ? new Promise((resolve) => { arrive = resolve; }) : Promise.resolve()));
    keeper.change('a');
    const first = keeper.flush();
    keeper.change('ab');
    expect([keeper.flush() === first, keeper.hasUnsaved, sent.length]).toEqual([true, true, 1]);
    arrive();
    expect(await first).toBe(true);
    expect(sent).toEqual([[1, 'a'], [2, 'ab']]);
  });

  it('keeps what a lost connection did not take, and the newest of it goes next', async () => {
    let isLost = true;
    const keeper = keeperWith(() => (isLost ? Promise.reject(new NoConnectionError()) : Promise.resolve()));
    keeper.change('a');
    expect([await keeper.flush(), states.at(-1), keeper.hasUnsaved]).toEqual([false, 'failed', true]);
    isLost = false;
    expect([await keeper.flush(), states.at(-1)]).toEqual([true, 'saved']);
    expect(sent).toEqual([[1, 'a'], [1, 'a']]);
  });

  it('sends nothing more once somebody else has changed it', async () => {
    const keeper = keeperWith(() => Promise.reject(elsewhere));
    keeper.change('a');
    expect(await keeper.flush()).toBe(false);
    keeper.change('ab');
    expect([await keeper.flush(), states.at(-1), sent.length]).toEqual([false, 'elsewhere', 1]);
  });
});
