import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create as readFont } from 'fontkit';
import { unpackWoff } from './unpack-woff.js';

const folder = join(import.meta.dirname, 'fonts');

describe('an unpacked font', () => {
  it.each(readdirSync(folder).filter((name) => name.endsWith('.woff')))('%s has the same characters and starts as a plain font', (name) => {
    const packed = readFileSync(join(folder, name));
    const plain = unpackWoff(packed);
    expect(['\0\u0001\0\0', 'OTTO']).toContain(plain.toString('latin1', 0, 4));
    expect([...readFont(plain).characterSet]).toEqual([...readFont(packed).characterSet]);
  });

  it('is made of WOFF files only', () => {
    expect(() => unpackWoff(Buffer.from('this is no font at all'))).toThrow(/no WOFF/);
  });
});
