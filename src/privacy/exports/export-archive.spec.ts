import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { unzipSync } from 'fflate';
import { ExportArchive } from './export-archive.js';

const archive = (): ExportArchive => new ExportArchive(new Date('2026-11-21T10:00:00Z'));

describe('the archive of an export', () => {
  it('is a ZIP that other programs open, with the size and hash of each file', async () => {
    const zip = archive();
    const whole = buffer(zip.stream);
    await zip.add('a/b.txt', 'A text', 'héllo');
    await zip.add('c.bin', 'Bytes', Readable.from([Buffer.from([1, 2]), Buffer.from([3])]));
    zip.end();
    const files = unzipSync(new Uint8Array(await whole));
    expect(Buffer.from(files['a/b.txt'] ?? []).toString()).toBe('héllo');
    expect([...(files['c.bin'] ?? [])]).toEqual([1, 2, 3]);
    expect(zip.files).toEqual([
      { path: 'a/b.txt', about: 'A text', bytes: 6, sha256: '3c48591d8d098a4538f5e013dfcf406e948eac4d3277b10bf614e295d6068179' },
      { path: 'c.bin', about: 'Bytes', bytes: 3, sha256: '039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81' },
    ]);
  });

  it('tells whoever adds and whoever reads when a file cannot be read', async () => {
    const zip = archive();
    const whole = buffer(zip.stream);
    const broken = Readable.from((async function* () { yield Buffer.from('x'); throw new Error('gone'); })());
    const adding = zip.add('broken', 'Broken', broken).catch((error: Error) => zip.fail(error));
    await expect(whole).rejects.toThrow('gone');
    await adding;
    await expect(zip.add('next', 'Next', 'x')).rejects.toThrow('gone');
  });

  it('leaves nobody waiting when the reader gives up', async () => {
    const zip = archive();
    const endless = Readable.from((async function* () { for (;;) yield Buffer.alloc(65_536, 'x'); })());
    const adding = zip.add('endless', 'Endless', endless);
    zip.stream.once('readable', () => zip.fail(new Error('full')));
    await expect(adding).rejects.toThrow('full');
    expect(endless.destroyed).toBe(true);
  });
});
