/** What we use of the font reader that pdfkit brings along; it has no types of its own. */
declare module 'fontkit' {
  export interface Outline {
    scale(x: number, y: number): Outline;
    translate(x: number, y: number): Outline;
    toSVG(): string;
  }

  export interface Glyph {
    readonly id: number | NumberedLetters;
    readonly advanceWidth: number;
    readonly codePoints: readonly number[];
    readonly path: Outline;
    /** Reads its points, each time anew. */
    _decode?: () => unknown;
  }

  export interface NumberedLetters {
    readonly id: number;
    readonly codePoints: readonly number[];
  }

  export interface Shapes {
    readonly advanceWidth: number;
    readonly glyphs: readonly Glyph[];
    readonly positions: readonly { readonly xAdvance: number; readonly xOffset: number; readonly yOffset: number }[];
  }

  /** The part of a font that goes into a PDF; `includeGlyph` says which number a glyph has there. */
  export interface Subset {
    readonly glyphs: number[];
    encode: () => Uint8Array<ArrayBuffer>;
    includeGlyph: (glyph: number | NumberedLetters) => number;
  }

  export interface Font {
    readonly characterSet: readonly number[];
    readonly unitsPerEm: number;
    layout: (text: string, features?: readonly string[]) => Shapes;
    getGlyph: (id: number, letters?: readonly number[]) => Glyph;
    createSubset: () => Subset;
  }

  export function create(bytes: Buffer): Font;
}
