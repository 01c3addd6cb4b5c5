import { type Font, type Shapes } from 'fontkit';

/** How many words of a font are kept, and how long the longest is; papers say mostly the same. */
const WORDS = 1000;
const LETTERS = 20;

/**
 * The same font, which neither shapes a word again that it has shaped already, nor reads the points of a letter again to copy
 * them into a PDF: that takes two thirds of the time of a paper.
 */
export function rememberingShapes(font: Font): Font {
  const shapes = new Map<string, Shapes>();
  const shape = font.layout.bind(font);
  font.layout = (text, features) => {
    if (text.length > LETTERS) return shape(text, features);
    const known = shapes.get(text) ?? shape(text, features);
    if (shapes.size >= WORDS) shapes.clear();
    shapes.set(text, known);
    // pdfkit writes into the positions.
    return { advanceWidth: known.advanceWidth, glyphs: known.glyphs, positions: known.positions.map((position) => ({ ...position })) };
  };
  const getGlyph = font.getGlyph.bind(font);
  font.getGlyph = (id, letters) => {
    const glyph = getGlyph(id, letters);
    if (glyph._decode && !Object.hasOwn(glyph, '_decode')) glyph._decode = once(glyph._decode.bind(glyph));
    return glyph;
  };
  rememberLastSubset(font);
  return font;
}

/** What is set in the same words each time needs the same letters each time. */
function rememberLastSubset(font: Font): void {
  const createSubset = font.createSubset.bind(font);
  let last = { letters: '', bytes: new Uint8Array() };
  font.createSubset = () => {
    const subset = createSubset();
    const encode = subset.encode.bind(subset);
    subset.encode = () => {
      const letters = subset.glyphs.join();
      if (last.letters !== letters) last = { letters, bytes: encode() };
      return last.bytes;
    };
    return subset;
  };
}

function once<T>(read: () => T): () => T {
  let known: { value: T } | null = null;
  return () => (known ??= { value: read() }).value;
}
