import { type Lettering, type Letters } from '../../platform/paper/index.js';
import { type Curve } from './ornaments.js';

export const INK = '#1c2430';
export const SOFT = '#4a5361';
export const ACCENT = '#0e5a5c';
export const HAIR = '#b9b4a6';
export const TINT = '#e3ded2';

type Structure = PDFKit.PDFStructureElement;

export interface Look extends Letters {
  readonly colour?: string;
}

/** One page with what a certificate is drawn with. What is read stands in a structure; all else is marked as decoration. */
export class Sheet {
  private readonly root: Structure;

  constructor(
    readonly doc: PDFKit.PDFDocument,
    private readonly lettering: Pick<Lettering, 'width' | 'wrap' | 'draw'>,
  ) {
    this.root = doc.struct('Document');
    doc.addStructure(this.root);
  }

  get middle(): number {
    return this.doc.page.width / 2;
  }

  width(text: string, look: Look): number {
    return this.lettering.width(text, look);
  }

  /** A structure that is read as one, or as `actual` where what is drawn is not what is read. */
  read(type: string, draw: () => void, options: { alt?: string; actual?: string } = {}): void {
    this.root.add(this.doc.struct(type, options, draw));
  }

  /** An empty structure, for what is not drawn on the page. */
  element(type: string): Structure {
    const element = this.doc.struct(type);
    this.root.add(element);
    return element;
  }

  /** A link around what is drawn; `box` is where it can be pressed. */
  link(url: string, says: string, [x, y, width, height]: readonly [number, number, number, number], draw: () => void): void {
    const link: Structure = this.doc.struct('Link', {}, () => {
      draw();
      const told: object = { structParent: link, Contents: new String(says) };
      this.doc.link(x, y, width, height, url, told);
    });
    this.root.add(link);
  }

  decorate(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  }

  write(text: string, look: Look, x: number, baseline: number): void {
    this.doc.fillColor(look.colour ?? INK);
    this.lettering.draw(text, look, { x, baseline });
  }

  centre(text: string, look: Look, baseline: number): void {
    this.write(text, look, this.middle - this.width(text, look) / 2, baseline);
  }

  /** The text on lines that are at most `width` wide. */
  wrap(text: string, look: Look, width: number): string[] {
    return this.lettering.wrap(text, look, width);
  }

  curve({ start: [x, y], segments }: Curve): void {
    this.doc.moveTo(x, y);
    for (const segment of segments) this.doc.bezierCurveTo(...segment);
    this.doc.closePath();
  }

  end(): void {
    this.root.end();
    this.doc.end();
  }
}
