import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { startLimitedChild } from '../../../src/platform/children/index.js';

const PRYING = join(import.meta.dirname, '../../support/media/prying.child');

async function tries(what: string): Promise<unknown> {
  const child = startLimitedChild(PRYING, { folders: [], seconds: 1, memoryMb: 200, argument: [what] });
  const [said, [code, signal]] = await Promise.all([text(child.answer), once(child.process, 'close') as Promise<[number | null, string | null]>]);
  return said === '' ? { ended: signal ?? code } : JSON.parse(said);
}

describe('a process for hostile bytes', () => {
  it.each([
    ['reads a file', 'ERR_ACCESS_DENIED'],
    ['writes a file', 'ERR_ACCESS_DENIED'],
    ['starts a program', 'ERR_ACCESS_DENIED'],
    ['makes code of text', 'EvalError'],
  ])('is refused when it %s', async (what, refused) => {
    expect(await tries(what)).toEqual({ refused });
  });

  it('sees none of our secrets', async () => {
    expect(await tries('looks for secrets')).toEqual({ got: [] });
  });

  it('is ended when it works for ever', async () => {
    expect(await tries('works for ever')).toEqual({ ended: 'SIGXCPU' });
  });

  (process.platform === 'linux' ? it : it.skip)('is ended, or refused, when it takes all memory', async () => {
    expect([{ refused: 'ERR_MEMORY_ALLOCATION_FAILED' }, { refused: 'RangeError' }, { ended: 'SIGABRT' }, { ended: 'SIGTRAP' }, { ended: 'SIGILL' }, { ended: 'SIGSEGV' }]).toContainEqual(await tries('takes all memory'));
  });
});
