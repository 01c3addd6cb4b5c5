import { type Font, type Glyph } from 'fontkit';

/**
 * The same font, whose shapes have a number for each letter they stand for. Two letters may share a shape (in Arabic their dots
 * are shapes of their own), and the font reader remembers only the first it met: one would be copied from a PDF as the other.
 */
export function lettersToldApart(font: Font): Font {
  const [layout, createSubset, getGlyph] = [font.layout.bind(font), font.createSubset.bind(font), font.getGlyph.bind(font)];
  font.getGlyph = (id, letters = []) => {
    const glyph = getGlyph(id, letters);
    return letters.length === 0 || letters.join() === glyph.codePoints.join() ? glyph : Object.create(glyph, { codePoints: { value: letters } }) as Glyph;
  };
  font.layout = (text, features) => {
    const { advanceWidth, positions, glyphs } = layout(text, features);
    return { advanceWidth, positions, glyphs: glyphs.map(numbered) };
  };
  font.createSubset = () => {
    const subset = createSubset();
    const include = subset.includeGlyph.bind(subset);
    const numbers = new Map<string, number>();
    subset.includeGlyph = (glyph) => {
      if (typeof glyph === 'number') return include(glyph);
      const key = `${glyph.id}:${glyph.codePoints.join()}`;
      const number = numbers.get(key) ?? subset.glyphs.push(glyph.id) - 1;
      numbers.set(key, number);
      return number;
    };
    return subset;
  };
  return font;
}

function numbered(glyph: Glyph): Glyph {
  const { id, codePoints, advanceWidth } = glyph;
  // Its outline is read only where it is asked for.
  return typeof id === 'number' ? { id: { id, codePoints }, codePoints, advanceWidth, get path() { return glyph.path; } } : glyph;
}
