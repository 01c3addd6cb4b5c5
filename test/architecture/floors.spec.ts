import { floorFaults } from './floors.js';
import { sourceFiles } from './source-files.js';

const planted = (path: string, text: string): string[] => floorFaults([{ path, text }]);

describe('the floors of the house', () => {
  it('are kept: modules know only what stands below them, and only by its door', () => {
    expect(floorFaults(sourceFiles('src'))).toEqual([]);
  });

  it.each([
    ['an import of a higher floor', 'src/accounts/x.ts', "import { Interview } from '../interviews/index.js';"],
    ['an import of the same floor', 'src/candidates/x.ts', "import { Stripe } from '../payments/index.js';"],
    ['an import past a door', 'src/interviews/x.ts', "import { ResumeRepository } from '../candidates/resumes/resume.repository.js';"],
    ['a dynamic import past a door', 'src/interviews/x.ts', "await import('../accounts/identity.js');"],
    ['code that stands on what is there for tests', 'src/interviews/x.ts', "import { injections } from '../../test/support/injections.js';"],
    ['platform parts out of order', 'src/platform/db/x.ts', "import { Outbox } from '../jobs/index.js';"],
    ['a module without a floor', 'src/helpers/x.ts', ''],
    ['a door that is too wide', 'src/accounts/index.ts', `export { ${'abcdefghijklm'.split('').join(', ')} } from './x.js';`],
    ['a door that lets everything through', 'src/accounts/index.ts', "export * from './x.js';"],
  ])('would show %s', (_what, path, text) => {
    expect(planted(path, text)).toHaveLength(1);
  });
});
