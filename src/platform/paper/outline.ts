import { piecesOf } from './line.js';
import { type Face, Typefaces } from './typefaces.js';

/** A line of text as the path of an SVG, its letters standing on y = 0, and how wide it is. */
export interface OutlinedLine {
  readonly path: string;
  readonly width: number;
}

/** Text as shapes, the same wherever it is looked at, whatever fonts are there. */
export class Outlines {
  private constructor(private readonly typefaces: Typefaces) {}

  static async load(): Promise<Outlines> {
    return new Outlines(await Typefaces.load());
  }

  line(text: string, face: Face, size: number, spacing = 0): OutlinedLine {
    const paths: string[] = [];
    let width = 0;
    for (const piece of piecesOf(text, face, this.typefaces)) {
      const font = this.typefaces.font(piece.font);
      const scale = size / font.unitsPerEm;
      const { glyphs, positions } = font.layout(piece.text);
      glyphs.forEach((glyph, index) => {
        const { xOffset = 0, yOffset = 0, xAdvance = 0 } = positions[index] ?? {};
        paths.push(glyph.path.scale(scale, -scale).translate(width + xOffset * scale, -yOffset * scale).toSVG());
        width += xAdvance * scale + spacing;
      });
    }
    return { path: paths.join(''), width: Math.max(0, width - spacing) };
  }
}
