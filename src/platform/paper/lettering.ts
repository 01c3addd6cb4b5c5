import { type Piece, piecesOf } from './line.js';
import { type Face, Typefaces } from './typefaces.js';

export interface Letters {
  readonly face: Face;
  /** In points. */
  readonly size: number;
  /** More room between letters, in points. */
  readonly spacing?: number;
}

/** Else pdfkit measures every line once more for underlines and links, of which we draw none. */
const UNMEASURED = { textWidth: 0, wordCount: 1 };
/** A script whose letters are drawn in another order than they are written in. */
const SHAPED = /\p{Script=Devanagari}/u;

/** Single lines on a PDF, in any scripts our fonts have, mixed as they may be. */
export class Lettering {
  private constructor(
    private readonly doc: PDFKit.PDFDocument,
    private readonly typefaces: Typefaces,
  ) {}

  /** For a PDF made by `accessiblePdf`. */
  static async on(doc: PDFKit.PDFDocument): Promise<Lettering> {
    return new Lettering(doc, await Typefaces.load());
  }

  /** In points. */
  width(text: string, { face, size, spacing = 0 }: Letters): number {
    const pieces = piecesOf(text, face, this.typefaces);
    return pieces.reduce((sum, piece) => sum + this.widthOf(piece, size), 0) + spacing * Math.max(0, lettersIn(pieces) - 1);
  }

  /** The text on lines that are at most so many points wide; a word that is wider is broken. */
  wrap(text: string, letters: Letters, width: number): string[] {
    const fitting = (word: string): string[] => {
      const all = [...word];
      if (all.length < 2 || this.width(word, letters) <= width) return [word];
      const half = Math.ceil(all.length / 2);
      return [all.slice(0, half), all.slice(half)].flatMap((part) => fitting(part.join('')));
    };
    const lines: string[] = [];
    for (const word of text.split(' ').flatMap(fitting)) {
      const last = lines.at(-1);
      const longer = `${last ?? ''} ${word}`;
      if (last !== undefined && this.width(longer, letters) <= width) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines;
  }

  /** Draws in the current colour, the letters standing on `baseline`. */
  draw(text: string, { face, size, spacing = 0 }: Letters, { x, baseline }: { x: number; baseline: number }): void {
    const pieces = piecesOf(text, face, this.typefaces);
    let at = x;
    for (const piece of pieces) {
      this.doc.font(piece.font).fontSize(size);
      const draw = (): void => { this.doc.text(piece.text, at, baseline, { ...optionsOf(piece), ...UNMEASURED, lineBreak: false, baseline: 'alphabetic', characterSpacing: spacing }); };
      if (SHAPED.test(piece.text)) this.spelt(piece.text, draw);
      else draw();
      if (pieces.length > 1) at += this.widthOf(piece, size) + spacing * lettersIn([piece]);
    }
  }

  /**
   * Shapes do not tell their letters: whoever copies the text, or has it read out, gets what was written. The mark stands within
   * the text object, since readers that place the words by the axes at the end of the mark (Poppler) lose them elsewhere.
   */
  private spelt(text: string, draw: () => void): void {
    const page = this.doc.page as unknown as { write: (content: string) => void };
    const write = page.write.bind(page);
    page.write = (content) => {
      if (content === 'ET') write('EMC');
      write(content);
      if (content === 'BT') write(`/Span <</ActualText <FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex')}>>> BDC`);
    };
    draw();
    page.write = write;
  }

  private widthOf(piece: Piece, size: number): number {
    return this.doc.font(piece.font).fontSize(size).widthOfString(piece.text, optionsOf(piece));
  }
}

/** With a list of features, pdfkit shapes the whole text at once instead of word by word in their order. */
function optionsOf({ rightToLeft }: Piece): { features?: [] } {
  return rightToLeft ? { features: [] } : {};
}

function lettersIn(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { text }) => sum + [...text].length, 0);
}
