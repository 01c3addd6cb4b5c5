import { type getResolvedPDFJS, type getDocumentProxy } from 'unpdf';

export type PdfPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;
type Operators = Awaited<ReturnType<PdfPage['getOperatorList']>>;
type Codes = Awaited<ReturnType<typeof getResolvedPDFJS>>['OPS'];
type Matrix = readonly [number, number, number, number, number, number];
type Box = readonly [left: number, bottom: number, right: number, top: number];

interface Pen {
  readonly at: Matrix;
  readonly white: boolean;
  readonly clear: boolean;
  readonly mode: number;
  readonly width: number;
}

/** A stretch of text as it is drawn, and where it begins. */
export interface Print {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** White where nothing was painted before, clear as glass, or with no ink at all and not on a picture, which it may have been read from. */
  readonly hidden: boolean;
}

const UNMOVED: Matrix = [1, 0, 0, 1, 0, 0];
const WHITE = /^#f[89a-f]f[89a-f]f[89a-f]$/i;
const INVISIBLE_MODES = new Set([3, 7]);
// Points: a picture is larger in both directions, and so is a line that is the ground of a heading.
const SMALLEST_GROUND = 6;
const CLEAR = 0.02;

/** Follows the drawing of a page: where the pen is, what colour it has, what has been painted. */
export class Printing {
  private readonly saved: Pen[] = [];
  private readonly painted: Box[] = [];
  private readonly pictures: Box[] = [];
  private readonly printed: Print[] = [];
  private readonly codes: Codes;
  private pen: Pen = { at: UNMOVED, white: false, clear: false, mode: 0, width: 1 };
  private line: Matrix = UNMOVED;

  constructor(codes: Codes) {
    this.codes = codes;
  }

  follow({ fnArray, argsArray }: Operators): readonly Print[] {
    fnArray.forEach((code, index) => this.step(code, (argsArray[index] ?? []) as unknown[]));
    return this.printed;
  }

  private step(code: number, given: unknown[]): void {
    const { codes, pen } = this;
    const numbers = given as number[];
    switch (code) {
      case codes.save: case codes.paintFormXObjectBegin: this.saved.push(pen); break;
      case codes.restore: case codes.paintFormXObjectEnd: this.pen = this.saved.pop() ?? pen; break;
      case codes.transform: this.move(numbers as unknown as Matrix); break;
      case codes.setLineWidth: this.pen = { ...pen, width: numbers[0] ?? 1 }; break;
      case codes.setGState: this.change(given[0] as readonly (readonly [string, unknown])[]); break;
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

  /** Where a picture stood we know only from the place made for it: pictures themselves are taken out unread. They fill a square of one unit. */
  private move(by: Matrix): void {
    this.pen = { ...this.pen, at: times(this.pen.at, by) };
    const box = boxOf(this.pen.at, 0, 0, 1, 1);
    if (isGround(box)) this.pictures.push(box);
  }

  private change(entries: readonly (readonly [string, unknown])[]): void {
    for (const [key, value] of entries) if (key === 'ca') this.pen = { ...this.pen, clear: Number(value) < CLEAR };
  }

  private paint([kind, , reach]: unknown[]): void {
    const { fill, eoFill, fillStroke, eoFillStroke, closeFillStroke, closeEOFillStroke } = this.codes;
    const fills: readonly unknown[] = [fill, eoFill, fillStroke, eoFillStroke, closeFillStroke, closeEOFillStroke];
    if (!reach) return;
    const [left = 0, bottom = 0, right = 0, top = 0] = Array.from(reach as ArrayLike<number>);
    if (fills.includes(kind)) {
      if (!this.pen.white) this.painted.push(boxOf(this.pen.at, left, bottom, right, top));
      return;
    }
    // A line as thick as a word is high is a ground, too; of which colour is not followed.
    const half = this.pen.width / 2;
    const line = boxOf(this.pen.at, left - half, bottom - half, right + half, top + half);
    if (isGround(line)) this.painted.push(line);
  }

  private print(glyphs: unknown[]): void {
    const text = glyphs.map((glyph) => (typeof glyph === 'object' && glyph !== null && 'unicode' in glyph ? String(glyph.unicode) : '')).join('');
    const [x, y] = point(times(this.pen.at, this.line), 0, 0);
    const lies = (box: Box): boolean => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
    const { mode, white, clear } = this.pen;
    const inkless = (INVISIBLE_MODES.has(mode) || clear) && !this.pictures.some(lies);
    this.printed.push({ text, x, y, hidden: inkless || (white && !this.painted.some(lies) && !this.pictures.some(lies)) });
  }
}

function boxOf(at: Matrix, left: number, bottom: number, right: number, top: number): Box {
  const corners = ([[left, bottom], [right, bottom], [left, top], [right, top]] as const).map(([x, y]) => point(at, x, y));
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

const isGround = ([left, bottom, right, top]: Box): boolean => right - left > SMALLEST_GROUND && top - bottom > SMALLEST_GROUND;

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function point([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}
