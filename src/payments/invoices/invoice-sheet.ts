import { accessiblePdf, type Letters, Lettering } from '../../platform/paper/index.js';

const LEFT = 60;
const TOP = 62;
const BOTTOM = 70;
const INK = '#1c2430';
const SOFT = '#4a5361';
const RULE = '#b9b4a6';

type Structure = PDFKit.PDFStructureElement;
type Look = Letters & { readonly colour?: string };

const LOOKS = {
  title: { face: 'strong', size: 24 },
  strong: { face: 'strong', size: 10.5 },
  text: { face: 'text', size: 10 },
  soft: { face: 'small', size: 9, colour: SOFT },
} as const satisfies Readonly<Record<string, Look>>;

export interface Column {
  readonly title: string;
  /** As a share of the page's width. */
  readonly share: number;
  /** Figures stand at the right. */
  readonly isFigure?: boolean;
}

/** One thing that is read as a whole, on a width of its own. */
interface Cell {
  readonly type: 'P' | 'H1' | 'H2' | 'TH' | 'TD';
  readonly text: string;
  readonly look: Look;
  readonly share: number;
  readonly isFigure?: boolean;
}

/** A tagged A4 page that is set row by row, in any scripts our fonts have; what does not fit goes on on the next. */
export class InvoiceSheet {
  private readonly root: Structure;
  private y = TOP;

  private constructor(
    private readonly doc: PDFKit.PDFDocument,
    private readonly lettering: Lettering,
  ) {
    this.root = doc.struct('Document');
    doc.addStructure(this.root);
  }

  static async begin(title: string): Promise<InvoiceSheet> {
    const doc = await accessiblePdf({ size: 'A4', margins: { top: TOP, bottom: 0, left: LEFT, right: LEFT }, bufferPages: true, info: { Title: title } });
    return new InvoiceSheet(doc, await Lettering.on(doc));
  }

  title(text: string): void {
    this.row(this.root, [{ type: 'H1', text, look: LOOKS.title, share: 1 }]);
    this.y += 6;
  }

  paragraph(text: string, look: keyof typeof LOOKS = 'text'): void {
    this.row(this.root, [{ type: 'P', text, look: LOOKS[look], share: 1 }]);
  }

  /** Blocks side by side, each read to its end before the next. */
  sideBySide(blocks: readonly { readonly heading: string; readonly lines: readonly string[] }[]): void {
    const share = 1 / blocks.length;
    const cells = blocks.map(({ heading, lines }) => [
      { type: 'H2' as const, text: heading, look: LOOKS.soft, share: share - 0.03 },
      ...lines.map((text) => ({ type: 'P' as const, text, look: LOOKS.text, share: share - 0.03 })),
    ]);
    const from = this.y;
    const heights = cells.map((block) => block.reduce((sum, cell) => sum + this.heightOf(cell), 0));
    this.room(Math.max(...heights));
    const top = this.y;
    cells.forEach((block, index) => {
      this.y = top;
      for (const cell of block) this.put(this.root, cell, LEFT + this.width * share * index);
    });
    this.y = Math.max(from, top) + Math.max(...heights);
  }

  /** The last row stands out where it says what it all comes to. */
  table(columns: readonly Column[], rows: readonly (readonly string[])[], endsInTotal = false): void {
    const table = this.doc.struct('Table');
    this.root.add(table);
    this.line(table, columns.map(({ title, share, isFigure = false }) => ({ type: 'TH', text: title, look: LOOKS.soft, share, isFigure })));
    this.rule();
    rows.forEach((row, index) => {
      const isTotal = endsInTotal && index === rows.length - 1;
      if (isTotal) this.rule();
      this.line(table, columns.map(({ share, isFigure = false }, at) => ({ type: 'TD', text: row[at] ?? '', look: isTotal ? LOOKS.strong : LOOKS.text, share, isFigure })));
    });
    this.rule();
    table.end();
  }

  gap(points: number): void {
    this.y += points;
  }

  /** Writes `foot` with the number of each page below, and ends the file. */
  end(foot: string): PDFKit.PDFDocument {
    this.root.end();
    const { start, count } = this.doc.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      this.doc.switchToPage(page);
      this.decorate(() => this.write(`${foot} · ${page + 1} of ${count}`, LOOKS.soft, LEFT, this.doc.page.height - 40));
    }
    this.doc.end();
    return this.doc;
  }

  private line(table: Structure, cells: readonly Cell[]): void {
    const row = this.doc.struct('TR');
    table.add(row);
    this.y += 3;
    this.row(row, cells);
    this.y += 3;
    row.end();
  }

  private row(parent: Structure, cells: readonly Cell[]): void {
    const height = Math.max(...cells.map((cell) => this.heightOf(cell)));
    this.room(height);
    const top = this.y;
    let x = LEFT;
    for (const cell of cells) {
      this.y = top;
      this.put(parent, cell, x);
      x += this.width * cell.share;
    }
    this.y = top + height;
  }

  private put(parent: Structure, cell: Cell, x: number): void {
    const { type, look, share, isFigure = false } = cell;
    const lines = this.linesOf(cell);
    // Screen readers say of each figure what it stands under.
    const element = this.doc.struct(type, type === 'TH' ? { scope: 'Column' } as object : {}, () => {
      for (const line of lines) {
        this.write(line, look, isFigure ? x + this.width * share - this.lettering.width(line, look) : x, this.y + look.size);
        this.y += leading(look);
      }
    });
    parent.add(element);
  }

  private linesOf({ text, look, share, isFigure = false }: Cell): string[] {
    const width = this.width * share - (isFigure ? 0 : 8);
    return text.split('\n').flatMap((part) => this.lettering.wrap(part.trim(), look, width));
  }

  private heightOf(cell: Cell): number {
    return this.linesOf(cell).length * leading(cell.look);
  }

  private write(text: string, look: Look, x: number, baseline: number): void {
    this.doc.fillColor(look.colour ?? INK);
    this.lettering.draw(text, look, { x, baseline });
  }

  private rule(): void {
    this.decorate(() => { this.doc.moveTo(LEFT, this.y).lineTo(LEFT + this.width, this.y).lineWidth(0.6).stroke(RULE); });
  }

  private room(height: number): void {
    if (this.y + height <= this.doc.page.height - BOTTOM || this.y === TOP) return;
    this.doc.addPage();
    this.y = TOP;
  }

  private decorate(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  }

  private get width(): number {
    return this.doc.page.width - 2 * LEFT;
  }
}

function leading({ size }: Look): number {
  return size * 1.35;
}
