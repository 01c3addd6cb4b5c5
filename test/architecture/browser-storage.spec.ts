import { type SourceFile, sourceFiles } from './source-files.js';

const STORES = /\b(?:localStorage|sessionStorage|indexedDB)\b|document\.cookie/;
/** Where the keys are declared that the cookie page lists. */
const DOORS = ['web/src/lib/browser-storage.ts', 'web/src/lib/tab-storage.ts', 'web/src/speaking/chunk-database.ts'];

const strays = (files: readonly SourceFile[]): string[] => files.filter(({ path, text }) => STORES.test(text) && !DOORS.includes(path)).map(({ path }) => path);

describe('what our pages keep in a browser', () => {
  it('goes through the three files that take declared keys only, so that the cookie page names all of it', () => {
    const files = sourceFiles('web/src');
    expect(files.length).toBeGreaterThan(100);
    expect(strays(files)).toEqual([]);
  });

  it.each(["localStorage.setItem('x', '1')", 'window.sessionStorage', 'indexedDB.open("x")', "document.cookie = 'x=1'"])('would show %s elsewhere', (text) => {
    expect(strays([{ path: 'web/src/features/x.ts', text }])).toEqual(['web/src/features/x.ts']);
  });
});
