import { Outlines } from '../../platform/paper/index.js';
import { badge } from './badge.js';
import { card } from './card.js';
import { unsignedPaper } from './certificate-paper.js';
import { anInscription } from './inscription.fixture.js';
import { setName } from './name-lines.js';

describe('a name', () => {
  const room = { width: 300, most: 40, comfortable: 20, mostLines: 3 };
  /** As if every letter were half as wide as high. */
  const measure = (text: string): number => text.length / 2;

  it('stands on one line, as large as there is room', () => {
    expect(setName('Ada', room, measure)).toEqual({ lines: ['Ada'], size: 40 });
    expect(setName('Maximiliane Alexandra', room, measure)).toEqual({ lines: ['Maximiliane Alexandra'], size: 300 / 10.5 });
  });

  it('is broken where its lines come out alike when one would be small', () => {
    expect(setName('Anna Maria von Hohenlohe-Langenburg zu Sayn', room, measure).lines).toEqual(['Anna Maria von', 'Hohenlohe-Langenburg zu Sayn']);
  });

  it('fits however long it is, with a space or without', () => {
    for (const name of ['x'.repeat(200), 'ab '.repeat(66), 'Wolfeschlegelsteinhausenbergerdorff Maximiliane Alexandra Eu']) {
      const { lines, size } = setName(name, room, measure);
      expect(Math.max(...lines.map((line) => measure(line) * size))).toBeLessThanOrEqual(300.001);
      expect(lines.join(' ')).toBe(name.trim());
    }
  });
});

describe('what is drawn', () => {
  it('comes out as the same bytes for the same certificate, whatever was drawn before', async () => {
    const draw = async (): Promise<string[]> => {
      const outlines = await Outlines.load();
      const paper = await unsignedPaper(anInscription({ name: 'Μαρία O\u2019Neill' }), 'A4', '{}', 'An operator');
      return [paper.toString('base64'), badge(outlines, anInscription()), card(outlines, anInscription(), 'An operator')];
    };
    const first = await draw();
    await unsignedPaper(anInscription({ name: '\u02BCµ علي زهراء' }), 'Letter', '{"other":true}', 'Somebody else');
    expect(await draw()).toEqual(first);
    expect((await unsignedPaper(anInscription({ name: 'Μαρία' }), 'A4', '{}', 'An operator')).toString('base64')).not.toBe(first[0]);
  });

  it('is a badge that needs no font, no script and no other address, whatever the name holds', async () => {
    const svg = badge(await Outlines.load(), anInscription({ name: '"><script>alert(1)</script>&\u0007' }));
    expect(svg).toContain('<title>Certificate of &quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp; : Backend engineer');
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/<text|<script|<style|href|url\(|http/);
  });
});
