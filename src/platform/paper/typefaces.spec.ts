import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create as readFont } from 'fontkit';
import { piecesOf } from './line.js';
import { Typefaces, unprintable } from './typefaces.js';
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

describe('our fonts', () => {
  it.each([
    ['Latin', 'AaBbÀàÅåÆæČčĐđĘęĞğĦħİıŁłŃńŐőŘřŞşŠšȘșŤťŰűŽžßÞþÐð’-'],
    ['Greek', 'ΑαΆάΒβΓγΔδΈέΊίΪΐΌόΎύΏώΣςΩω'],
    ['Cyrillic', 'АаБбЁёЄєІіЇїҐґЉљЊњЋћЏџЎўЪъЫыЭэЯяҚқҒғӘә'],
    ['Vietnamese', 'ĂăÂâĐđÊêÔôƠơƯưẠạẢảẤấẦầẨẩẪẫẬậẮắẶặẸẹỄễỆệỐốỘộỚớỢợỨứỰựỲỳỶỷỸỹ'],
    ['Devanagari', 'अआइईउऊऋएऐओऔकखगघचछजझटठडढणतथदधनपफबभमयरलवशषसहज़ड़ाीुूृेैोौंः्'],
    ['Arabic', 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژکگیُّ'],
  ])('draw names in %s', async (_, letters) => {
    expect(await unprintable(letters)).toEqual([]);
  });

  it('say which letters of a name they cannot draw', async () => {
    expect(await unprintable('王小明 Anna 🙂 גל')).toEqual(['王', '小', '明', '🙂', 'ג', 'ל']);
  });
});

describe('a line of several scripts', () => {
  const drawn = async (text: string): Promise<string[]> => piecesOf(text, 'text', await Typefaces.load()).map((piece) => piece.text);

  it('is drawn from left to right, with what is read from right to left in its place', async () => {
    expect(await drawn('Anna علي محمد Novák')).toEqual(['Anna ', 'علي محمد', ' Novák']);
    expect(await drawn('علي Novák محمد')).toEqual(['محمد', ' ', 'Novák', 'علي ']);
  });

  it('turns brackets round where it is read from right to left, and leaves numbers as they are', async () => {
    expect(await drawn('علي (محمد) 12')).toEqual(['12', expect.stringContaining(')محمد(')]);
  });

  it('joins Arabic letters and draws Hindi ones together', async () => {
    const typefaces = await Typefaces.load();
    const shapes = (text: string): unknown[] => piecesOf(text, 'text', typefaces).flatMap((piece) => typefaces.font(piece.font).layout(piece.text).glyphs.map(({ path }) => path.toSVG()));
    const apart = [...'محمد'].flatMap(shapes);
    expect(shapes('محمد')).toHaveLength(apart.length);
    expect(shapes('محمد').filter((shape) => apart.includes(shape))).toEqual([]);
    expect(shapes('क्ष')).toHaveLength(1);
  });

  it('keeps what joins and parts letters, and drops what only steers a screen', async () => {
    expect(await drawn('می\u200Cخواهم')).toEqual(['می\u200Cخواهم']);
    expect(await drawn('\u202EAnna\u200B')).toEqual(['Anna']);
  });
});
