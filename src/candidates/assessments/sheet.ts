import { printable } from './printable.js';

type Doc = PDFKit.PDFDocument;
type Part = PDFKit.PDFStructureElement;

/** A point of a list: a bullet or a number, words in bold, and the rest. */
export interface Point {
  readonly label?: string;
  readonly strong?: string;
  readonly text: string;
}

const INK = '#1c2430';
const QUIET = '#4a5361';
const ACCENT = '#0e5a5c';
const HAIRLINE = '#dcd8ce';
const LEFT = 64;
const HANGING = 20;
const BODY = 10.5;
const ROOM_FOR_A_HEADING = 110;
const ROOM_FOR_A_LINE = 16;

/** A sheet of paper that is filled from the top; everything on it is tagged as what it is. */
export class Sheet {
  private readonly root: Part;
  private readonly width: number;

  constructor(private readonly doc: Doc) {
    this.root = doc.struct('Document');
    doc.addStructure(this.root);
    this.width = doc.page.width - 2 * LEFT;
  }

  heading(type: 'H1' | 'H2', text: string): void {
    if (type === 'H2') this.leaveRoomFor(ROOM_FOR_A_HEADING).moveDown(0.9);
    this.doc.font('Times-Bold').fontSize(type === 'H1' ? 22 : 14).fillColor(INK)
      .text(printable(text), LEFT, this.doc.y, { structParent: this.root, structType: type, width: this.width, lineGap: 2, paragraphGap: 4 });
  }

  note(text: string): void {
    this.leaveRoomFor(ROOM_FOR_A_LINE).font('Helvetica').fontSize(BODY).fillColor(QUIET)
      .text(printable(text), LEFT, this.doc.y, { structParent: this.root, structType: 'P', width: this.width, lineGap: 2, paragraphGap: 5 });
  }

  list(points: readonly Point[]): void {
    const list = this.doc.struct('L');
    this.root.add(list);
    for (const point of points) this.point(list, point);
    list.end();
  }

  /** A share of 100 as a bar: it repeats a number of the text, so it is an ornament to whoever listens. */
  bar(share: number): void {
    const { doc } = this;
    const y = doc.y + 4;
    doc.markContent('Artifact', { type: 'Layout' });
    doc.lineWidth(6).lineCap('butt').strokeColor(HAIRLINE).moveTo(LEFT, y).lineTo(LEFT + this.width, y).stroke();
    if (share > 0) doc.strokeColor(ACCENT).moveTo(LEFT, y).lineTo(LEFT + (this.width * share) / 100, y).stroke();
    doc.endMarkedContent();
    doc.y = y + 14;
  }

  /** Numbers the pages and closes the document. */
  end(): void {
    const { doc } = this;
    this.root.end();
    const { start, count } = doc.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      doc.switchToPage(page);
      // Below the margin, where text would otherwise begin a new page.
      doc.page.margins.bottom = 0;
      doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
      doc.font('Helvetica').fontSize(9).fillColor(QUIET).text(`Viva Voce · ${page - start + 1} of ${count}`, LEFT, doc.page.height - 44, { lineBreak: false });
      doc.endMarkedContent();
    }
    doc.end();
  }

  private point(list: Part, { label = '•', strong, text }: Point): void {
    const doc = this.leaveRoomFor(ROOM_FOR_A_LINE);
    const item = doc.struct('LI');
    list.add(item);
    const { y } = doc;
    doc.font('Helvetica').fontSize(BODY).fillColor(INK).text(label, LEFT, y, { structParent: item, structType: 'Lbl', lineBreak: false });
    const body = doc.struct('LBody');
    item.add(body);
    const printed = text.split('\n').map(printable).join('\n');
    const shape = { structParent: body, structType: 'Span', width: this.width - HANGING, lineGap: 2, paragraphGap: 2 };
    if (strong === undefined) doc.text(printed, LEFT + HANGING, y, shape);
    else doc.font('Helvetica-Bold').text(`${printable(strong)} `, LEFT + HANGING, y, { ...shape, continued: true }).font('Helvetica').text(printed, shape);
    body.end();
    item.end();
  }

  private leaveRoomFor(points: number): Doc {
    const { doc } = this;
    if (doc.y + points > doc.page.height - doc.page.margins.bottom) doc.addPage();
    return doc;
  }
}
