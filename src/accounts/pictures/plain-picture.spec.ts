import { jpegWith, pngWith, webpWith } from './pictures.fixture.js';
import { plainPicture } from './plain-picture.js';

const WHERE = 'taken at 60.39 N, 5.32 E';

describe('a picture without what is written beside it', () => {
  it.each([['image/jpeg', jpegWith], ['image/png', pngWith], ['image/webp', webpWith]] as const)('is the same %s, and nothing else is left of it', (type, pictureWith) => {
    const plain = plainPicture(pictureWith(WHERE));
    expect(plain?.type).toBe(type);
    expect(plain?.bytes.includes(WHERE)).toBe(false);
    // What is left depends on nothing that was beside it, and is left as it is.
    expect(plain).toEqual(plainPicture(pictureWith('')));
    expect(plainPicture(plain?.bytes ?? Buffer.alloc(0))).toEqual(plain);
  });

  it('keeps what the picture is made of', () => {
    const text = (picture: Buffer): string => plainPicture(picture)?.bytes.toString('latin1') ?? '';
    for (const part of ['Adobe', 'tables', 'frame', 'scan\u0001\u00ff\u0000\u0002\u00ff\u00d3\u00ff\u00ff\u0000\u0003\u00ff\u00da', '\u0003\u00ff\u00d9']) expect(text(jpegWith(WHERE))).toContain(part);
    for (const part of ['IHDR', 'IDAT', 'IEND']) expect(text(pngWith(WHERE))).toContain(part);
    const webp = plainPicture(webpWith(WHERE))?.bytes ?? Buffer.alloc(0);
    expect([webp.readUInt32LE(4), webp[20]]).toEqual([webp.length - 8, 0x10]);
  });

  it.each([['a page', Buffer.from('<html><script>')], ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')], ['a GIF', Buffer.from('GIF89a')], ['nothing', Buffer.alloc(0)]])('is not made of %s', (_what, bytes) => {
    expect(plainPicture(bytes)).toBeNull();
  });

  it('is not made of a part of one, wherever it was cut off', () => {
    for (const whole of [jpegWith(''), pngWith(''), webpWith('')]) {
      for (let length = 0; length < whole.length; length += 1) expect(plainPicture(whole.subarray(0, length))).toBeNull();
    }
  });
});
