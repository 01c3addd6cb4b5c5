import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { compressedBytes, neededFor, readBundle } from './web-bundle.js';

const MOST_BYTES = 200_000;
const LANDING = 'welcome-page';

/** A small bundle in the shape Vite writes, whose landing page imports a piece of `bytes` that do not compress. */
const planted = (bytes: number) => new Map(Object.entries({
  'index.html': '<link rel="icon" href="/favicon.svg"><script type="module" crossorigin src="/assets/index-a.js"></script><link rel="stylesheet" href="/assets/index-b.css">',
  'assets/index-a.js': 'const d=(m.f||(m.f=["assets/welcome-page-c.js","assets/welcome-page-d.css","assets/room-page-g.js"]));load(()=>import(`./welcome-page-c.js`),__vite__mapDeps([0,1]));load(()=>import("./room-page-g.js"),__vite__mapDeps([2]))',
  'assets/index-b.css': 'a{}',
  'assets/welcome-page-c.js': 'import{t as e}from"./ruler-e.js"',
  'assets/welcome-page-d.css': 'b{}',
  'assets/ruler-e.js': 'import"./heavy-f.js"',
  'assets/heavy-f.js': randomBytes(bytes),
  'assets/room-page-g.js': randomBytes(MOST_BYTES),
}).map(([path, content]) => [path, Buffer.from(content)] as const));

describe('the landing page', () => {
  it('weighs less than 200 kB on the wire, with everything it needs to be shown', () => {
    const bundle = readBundle(join(import.meta.dirname, '../../web/dist'));
    const needed = neededFor(bundle, LANDING);
    expect(needed.filter((path) => path.endsWith('.js')).length).toBeGreaterThan(1);
    expect(needed.filter((path) => path.endsWith('.css')).length).toBeGreaterThan(0);
    expect(compressedBytes(bundle, needed)).toBeLessThan(MOST_BYTES);
  });

  it('would be found too heavy by a piece that it imports two steps away, and not by a page nobody has opened', () => {
    const needed = neededFor(planted(MOST_BYTES), LANDING);
    expect(needed.sort()).toEqual(['assets/heavy-f.js', 'assets/index-a.js', 'assets/index-b.css', 'assets/ruler-e.js', 'assets/welcome-page-c.js', 'assets/welcome-page-d.css']);
    expect(compressedBytes(planted(MOST_BYTES), needed)).toBeGreaterThan(MOST_BYTES);
    expect(compressedBytes(planted(1000), needed)).toBeLessThan(MOST_BYTES);
  });

  it('would say so when the pages are not built, when its chunk is gone, and when a piece is missing', () => {
    expect(() => readBundle(join(import.meta.dirname, 'nowhere'))).toThrow(/npm run build/);
    expect(() => neededFor(planted(1), 'landing-page')).toThrow(/landing-page/);
    const torn = planted(1);
    torn.delete('assets/ruler-e.js');
    expect(() => neededFor(torn, LANDING)).toThrow(/ruler-e\.js/);
  });
});
