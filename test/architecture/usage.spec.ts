import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { features } from '../../src/privacy/usage/features.js';
import { pages } from '../../src/privacy/usage/pages.js';

const read = (path: string): string => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');

describe('what can be counted', () => {
  it('as a page is every page of the front end and nothing else', () => {
    const paths = [...read('web/src/app/paths.ts').matchAll(/^ {2}\w+: '([^']+)',$/gm)].map(([, path]) => path);
    expect(paths.length).toBeGreaterThan(50);
    expect([...pages].sort()).toEqual(paths.sort());
  });

  it('as a feature is what a route does that there is', () => {
    const routes = [...read('test/architecture/__snapshots__/routes.spec.ts.snap').matchAll(/"(\w+ \S+) → /g)].map(([, route]) => route);
    expect(Object.keys(features).filter((route) => !routes.includes(route))).toEqual([]);
  });

  it('lasts one of the durations that the table knows', async () => {
    const { durationOf, durations, middleOf } = await import('../../src/privacy/usage/durations.js');
    const listed = /duration in \(([^)]+)\)/.exec(read('migrations/0075-usage-counts.sql'))?.[1] ?? '';
    expect(listed.split(', ').map((word) => word.slice(1, -1))).toEqual([...durations]);
    expect([0, 99, 100, 9_999, 59_999, 600_000].map(durationOf)).toEqual(['under 0.1 s', 'under 0.1 s', 'under 1 s', 'under 10 s', 'under 1 min', 'longer']);
    expect([middleOf(new Map([['under 1 s', 3], ['longer', 2]])), middleOf(new Map())]).toEqual(['under 1 s', null]);
  });
});
