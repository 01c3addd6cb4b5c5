import { getResolvedPDFJS, type getDocumentProxy } from 'unpdf';
import { type Piece } from './page-text.js';

type PdfPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;
type Operators = Awaited<ReturnType<PdfPage['getOperatorList']>>;
type Codes = Awaited<ReturnType<typeof getResolvedPDFJS>>['OPS'];
type Matrix = readonly [number, number, number, number, number, number];
type Box = readonly [left: number, bottom: number, right: number, top: number];

interface Pen {
  readonly at: Matrix;
  readonly white: boolean;
  readonly mode: number;
}

const UNMOVED: Matrix = [1, 0, 0, 1, 0, 0];
const WHITE = /^#f[89a-f]f[89a-f]f[89a-f]$/i;
const INVISIBLE_MODES = new Set([3, 7]);

/**
 * For each piece of a page, whether it is printed so that nobody sees it: white where nothing was painted before, or with no ink
 * at all. A piece that cannot be found in the drawing counts as seen.
 */
export async function hiddenFlags(page: PdfPage, pieces: readonly Piece[]): Promise<boolean[]> {
  const { OPS } = await getResolvedPDFJS();
  const operators = await page.getOperatorList({ annotationMode: 0 });
  const printed = new Printing(OPS).follow(operators);
  if (!printed.some(({ hidden }) => hidden)) return [];
  const flags = printed.flatMap(({ text, hidden }) => Array<boolean>(plain(text).length).fill(hidden));
  const all = printed.map(({ text }) => plain(text)).join('');
  let from = 0;
  return pieces.map(({ text }) => {
    const sought = plain(text);
    // What reaches out of the page is printed, but not among the pieces.
    const at = sought === '' ? -1 : all.indexOf(sought, from);
    if (at < 0) return false;
    from = at + sought.length;
    return flags.slice(at, from).every(Boolean);
  });
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

/** Follows the drawing of a page: where the pen is, what colour it has, what has been painted. */
class Printing {
  private readonly saved: Pen[] = [];
  private readonly painted: Box[] = [];
  private readonly printed: { text: string; hidden: boolean }[] = [];
  private readonly codes: Codes;
  private pen: Pen = { at: UNMOVED, white: false, mode: 0 };
  private line: Matrix = UNMOVED;

  constructor(codes: Codes) {
    this.codes = codes;
  }

  follow({ fnArray, argsArray }: Operators): readonly { text: string; hidden: boolean }[] {
    fnArray.forEach((code, index) => this.step(code, (argsArray[index] ?? []) as unknown[]));
    return this.printed;
  }

  private step(code: number, given: unknown[]): void {
    const { codes, pen } = this;
    const numbers = given as number[];
    switch (code) {
      case codes.save: case codes.paintFormXObjectBegin: this.saved.push(pen); break;
      case codes.restore: case codes.paintFormXObjectEnd: this.pen = this.saved.pop() ?? pen; break;
      case codes.transform: this.pen = { ...pen, at: times(pen.at, numbers as unknown as Matrix) }; break;
      case codes.setFillRGBColor: this.pen = { ...pen, white: WHITE.test(String(given[0])) }; break;
      case codes.setFillColorN: this.pen = { ...pen, white: false }; break;
      case codes.setTextRenderingMode: this.pen = { ...pen, mode: numbers[0] ?? 0 }; break;
      case codes.beginText: this.line = UNMOVED; break;
      case codes.setTextMatrix: this.line = Array.from(given[0] as ArrayLike<number>) as unknown as Matrix; break;
      case codes.moveText: this.line = times(this.line, [1, 0, 0, 1, numbers[0] ?? 0, numbers[1] ?? 0]); break;
      case codes.constructPath: this.paint(given); break;
      case codes.shadingFill: this.painted.push([-Infinity, -Infinity, Infinity, Infinity]); break;
      case codes.showText: this.print(given[0] as unknown[]); break;
      default:
    }
    if (code === codes.paintFormXObjectBegin && given[0]) this.pen = { ...this.pen, at: times(this.pen.at, Array.from(given[0] as ArrayLike<number>) as unknown as Matrix) };
  }

  private paint([kind, , reach]: unknown[]): void {
    const { fill, eoFill, fillStroke, eoFillStroke, closeFillStroke, closeEOFillStroke } = this.codes;
    const fills: readonly unknown[] = [fill, eoFill, fillStroke, eoFillStroke, closeFillStroke, closeEOFillStroke];
    if (this.pen.white || !fills.includes(kind) || !reach) return;
    const [left = 0, bottom = 0, right = 0, top = 0] = Array.from(reach as ArrayLike<number>);
    const corners = ([[left, bottom], [right, bottom], [left, top], [right, top]] as const).map(([x, y]) => point(this.pen.at, x, y));
    const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
    this.painted.push([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]);
  }

  private print(glyphs: unknown[]): void {
    const text = glyphs.map((glyph) => (typeof glyph === 'object' && glyph !== null && 'unicode' in glyph ? String(glyph.unicode) : '')).join('');
    const [x, y] = point(times(this.pen.at, this.line), 0, 0);
    const onPaint = this.painted.some(([left, bottom, right, top]) => x >= left && x <= right && y >= bottom && y <= top);
    this.printed.push({ text, hidden: INVISIBLE_MODES.has(this.pen.mode) || (this.pen.white && !onPaint) });
  }
}

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function point([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}
