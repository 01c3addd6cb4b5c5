import { accessiblePdf } from './accessible-pdf.js';
import { Lettering } from './lettering.js';
import { hasRightToLeft } from './line.js';
import { type Face, Typefaces } from './typefaces.js';

const MARGIN = { top: 64, bottom: 72, left: 68, right: 68 };
const INK = '#1c2430';
const SOFT = '#4a5361';
const ACCENT = '#0e5a5c';
const RULE = '#dcd8ce';

type Structure = PDFKit.PDFStructureElement;

interface Look {
  readonly face: Face;
  readonly size: number;
  readonly colour?: string;
  /** Space above, in points. */
  readonly above?: number;
  readonly indent?: number;
}

const HEADINGS: Readonly<Record<'H1' | 'H2' | 'H3' | 'H4', Look>> = {
  H1: { face: 'strong', size: 24 },
  H2: { face: 'strong', size: 16, above: 22 },
  H3: { face: 'strong', size: 12.5, above: 18 },
  H4: { face: 'strong', size: 10.5, above: 9 },
};

/**
 * A tagged PDF (PDF/UA): whatever is written stands in a structure that a screen reader can follow; lines and page
 * numbers are marked as decoration.
 */
export class Paper {
  private readonly root: Structure;

  private constructor(
    readonly doc: PDFKit.PDFDocument,
    private readonly typefaces: Typefaces,
    private readonly lettering: Lettering,
  ) {
    this.root = doc.struct('Document');
    doc.addStructure(this.root);
  }

  /** An empty A4 sheet. */
  static async begin(title: string): Promise<Paper> {
    const doc = await accessiblePdf({ size: 'A4', margins: MARGIN, bufferPages: true, info: { Title: title } });
    return new Paper(doc, await Typefaces.load(), await Lettering.on(doc));
  }

  heading(level: keyof typeof HEADINGS, text: string): void {
    const { top, bottom } = MARGIN;
    // A heading alone at the foot of a page leads nowhere.
    if (this.doc.y > this.doc.page.height - bottom - 80 && this.doc.y > top) this.doc.addPage();
    this.add(this.root, level, text, HEADINGS[level]);
  }

  paragraph(text: string, look: Partial<Look> = {}): void {
    this.add(this.root, 'P', text, { face: 'text', size: 10.5, above: 4, ...look });
  }

  soft(text: string): void {
    this.paragraph(text, { face: 'small', size: 9.5, colour: SOFT });
  }

  /** What somebody said, paragraph by paragraph. */
  quotation(text: string): void {
    const quotation = this.doc.struct('BlockQuote');
    this.root.add(quotation);
    for (const part of text.split(/\n{2,}/)) if (part.trim()) this.add(quotation, 'P', part, { face: 'text', size: 11, above: 5, indent: 14 });
    quotation.end();
  }

  list(items: readonly string[]): void {
    const list = this.doc.struct('L');
    this.root.add(list);
    for (const item of items) {
      const entry = this.doc.struct('LI');
      list.add(entry);
      const start = this.doc.y;
      this.add(entry, 'LBody', item, { face: 'text', size: 10.5, above: 3, indent: 14 });
      // The bullet is drawn beside the words; screen readers announce a list item by themselves.
      if (this.doc.y > start) this.decoration(() => { this.doc.circle(MARGIN.left + 4, start + 3 + 6.5, 1.5).fill(ACCENT); });
      entry.end();
    }
    list.end();
  }

  /** A bar from 0 to 10 that only repeats what the words beside it say. */
  bar(value: number): void {
    const width = 220;
    const y = this.doc.y + 4;
    this.decoration(() => {
      this.doc.roundedRect(MARGIN.left, y, width, 5, 2.5).fill(RULE);
      if (value > 0) this.doc.roundedRect(MARGIN.left, y, (width * Math.min(10, value)) / 10, 5, 2.5).fill(ACCENT);
    });
    this.doc.y = y + 9;
  }

  /** Numbers the pages and ends the file. */
  end(): PDFKit.PDFDocument {
    this.root.end();
    const { start, count } = this.doc.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      this.doc.switchToPage(page);
      // Below the margin, pdfkit would begin a new page.
      this.doc.page.margins.bottom = 0;
      this.decoration(() => { this.doc.font('source-sans-3-400').fontSize(9).fillColor(SOFT).text(`${page + 1} of ${count}`, MARGIN.left, this.doc.page.height - 44, { lineBreak: false }); });
    }
    this.doc.end();
    return this.doc;
  }

  private add(parent: Structure, type: string, text: string, look: Look): void {
    parent.add(this.doc.struct(type, {}, () => this.write(text, look)));
  }

  private write(text: string, look: Look): void {
    const { face, size, colour = INK, above = 0, indent = 0 } = look;
    const { doc } = this;
    if (hasRightToLeft(text)) {
      this.writeBothWays(text.trim(), look);
      return;
    }
    const x = MARGIN.left + indent;
    const width = doc.page.width - MARGIN.right - x;
    const runs = this.typefaces.runs(text.trim(), face);
    doc.y += above;
    doc.fontSize(size).fillColor(colour);
    runs.forEach((run, index) => {
      doc.font(run.font);
      const options = { width, lineGap: 2, continued: index < runs.length - 1 };
      if (index === 0) doc.text(run.text, x, doc.y, options);
      else doc.text(run.text, options);
    });
  }

  /** Line by line, since the library sets words from left to right only. */
  private writeBothWays(text: string, { face, size, colour = INK, above = 0, indent = 0 }: Look): void {
    const { doc, lettering } = this;
    const width = doc.page.width - MARGIN.right - MARGIN.left - indent;
    const leading = size * 1.3 + 2;
    let y = doc.y + above;
    for (const line of text.split('\n').flatMap((part) => lettering.wrap(part, { face, size }, width))) {
      if (y + leading > doc.page.height - MARGIN.bottom) {
        doc.addPage();
        ({ y } = doc);
      }
      doc.fillColor(colour);
      lettering.draw(line, { face, size }, { x: MARGIN.left + indent, baseline: y + size });
      y += leading;
    }
    doc.y = y;
  }

  private decoration(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  }
}
