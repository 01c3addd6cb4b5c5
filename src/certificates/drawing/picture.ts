import { type Face, type Outlines } from '../../platform/paper/index.js';
import { asSvgPath, type Curve } from './ornaments.js';
import { setName } from './name-lines.js';

export interface PictureText {
  readonly face: Face;
  readonly size: number;
  readonly colour: string;
  readonly x: number;
  readonly y: number;
  readonly align?: 'left' | 'middle';
}

/** An SVG that needs nothing but itself: its text is made of shapes, with what it says as title for those who do not see it. */
export class Picture {
  private readonly parts: string[] = [];

  constructor(
    private readonly outlines: Outlines,
    private readonly width: number,
    private readonly height: number,
  ) {}

  rectangle({ x, y, width, height, fill, radius = 0 }: { x: number; y: number; width: number; height: number; fill: string; radius?: number }): void {
    this.parts.push(`<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${radius}" fill="${fill}"/>`);
  }

  circle({ x, y, radius, fill, stroke = 'none' }: { x: number; y: number; radius: number; fill: string; stroke?: string }): void {
    this.parts.push(`<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="${fill}" stroke="${stroke}"/>`);
  }

  /** Lines of the path only. */
  line(path: string, colour: string, width: number): void {
    this.parts.push(`<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}"/>`);
  }

  curves(curves: readonly Curve[], { x, y, colour, width }: { x: number; y: number; colour: string; width: number }): void {
    this.parts.push(`<g transform="translate(${x} ${y})">`);
    for (const curve of curves) this.line(asSvgPath(curve), colour, width);
    this.parts.push('</g>');
  }

  text(text: string, { face, size, colour, x, y, align = 'left' }: PictureText): void {
    const { path, width } = this.outlines.line(text, face, size);
    this.parts.push(`<path transform="translate(${round(align === 'left' ? x : x - width / 2)} ${round(y)})" d="${path}" fill="${colour}"/>`);
  }

  /** The text on one line or two, no wider than `width`; says how far below `y` its last line stands. */
  fitted(text: string, { width, comfortable, ...look }: PictureText & { width: number; comfortable: number }): number {
    const { lines, size } = setName(text, { width, most: look.size, comfortable, mostLines: 2 }, (part) => this.widthOf(part, look.face, 100) / 100);
    const leading = size * 1.2;
    lines.forEach((line, index) => { this.text(line, { ...look, size, y: look.y + index * leading }); });
    return (lines.length - 1) * leading;
  }

  widthOf(text: string, face: Face, size: number): number {
    return this.outlines.line(text, face, size).width;
  }

  svg(title: string): string {
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${this.width}" height="${this.height}" viewBox="0 0 ${this.width} ${this.height}" role="img"><title>${escaped(title)}</title>${this.parts.join('')}</svg>`;
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Without the control characters that no XML may hold. */
function escaped(text: string): string {
  return text.replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, ' ').replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}
