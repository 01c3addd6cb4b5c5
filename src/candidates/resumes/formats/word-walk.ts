import { Refusal, type TextLine } from '../reading.js';
import { isDateLabel } from './date-label.js';
import { attribute, xmlEvents } from './xml.js';

interface Paragraph {
  text: string;
  size: number;
  style: number;
  bullet: boolean;
  shaded: boolean;
}

interface Run {
  hidden: boolean;
  white: boolean;
  shaded: boolean;
  size: number;
}

// Nothing of these is seen by a reader: what was deleted or moved away, and the second copy of a drawing for old programs.
const UNSEEN = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:instrText']);
const STYLE_SIZES: readonly (readonly [RegExp, number])[] = [[/^title$/i, 28], [/^(heading|berschrift|titre|ttulo)1$/i, 16], [/^(heading|berschrift|titre|ttulo)/i, 13]];
// Half-points: letters smaller than a point and a half are there for machines.
const INVISIBLE_SIZE = 3;

/** Walks through the XML of Word and gathers the lines a reader sees, cell by cell and box by box. */
export class WordWalk {
  pages = 1;
  private invisible = '';
  private doubtful = '';
  private drawings = 0;
  private rendered = 1;
  private characters = 0;
  private readonly mostCharacters: number;
  private sinks: TextLine[][] = [];
  private rows: TextLine[][][] = [];
  private paragraphs: Paragraph[] = [];
  private run: Run | null = null;
  private inText = false;
  private inParagraphProperties = false;
  private unseen = 0;
  private boxes = 0;

  constructor(mostCharacters: number) {
    this.mostCharacters = mostCharacters;
  }

  linesOf(xml: string): TextLine[] {
    this.sinks = [[]];
    for (const event of xmlEvents(xml)) {
      if (event.kind === 'text') this.text(event.text);
      else if (event.kind === 'open') this.open(event.name, event.attributes);
      else this.close(event.name);
    }
    return this.sinks[0] ?? [];
  }

  /** What is in the file and certainly not on the page: white letters may lie on a drawing, which is not looked at. */
  get hidden(): string {
    return this.drawings > 0 ? this.invisible : this.invisible + this.doubtful;
  }

  private text(text: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (!this.inText || this.unseen > 0 || !paragraph) return;
    this.characters += text.length;
    if (this.characters > this.mostCharacters) throw new Refusal('too_long');
    if (this.run?.hidden) this.invisible += text;
    else if (this.isWhiteOnWhite()) this.doubtful += text;
    else this.print(paragraph, text);
  }

  private print(paragraph: Paragraph, text: string): void {
    paragraph.text += text;
    paragraph.size = Math.max(paragraph.size, (this.run?.size ?? 0) / 2);
  }

  /** White letters are hidden on white paper; within a box or a table they may stand on colour. */
  private isWhiteOnWhite(): boolean {
    return this.run !== null && this.run.white && !this.run.shaded && !this.paragraphs.at(-1)?.shaded && this.boxes === 0;
  }

  private open(name: string, attributes: string): void {
    if (UNSEEN.has(name)) this.unseen += 1;
    const value = attribute(attributes, 'w:val');
    switch (name) {
      case 'w:p': this.paragraphs.push({ text: '', size: 0, style: 0, bullet: false, shaded: false }); break;
      case 'w:pPr': this.inParagraphProperties = true; break;
      case 'w:r': this.run = { hidden: false, white: false, shaded: false, size: 0 }; break;
      case 'w:t': this.inText = true; break;
      case 'w:tbl': case 'w:txbxContent': this.boxes += 1; break;
      case 'w:drawing': case 'w:pict': case 'w:background': this.drawings += 1; break;
      case 'w:tr': this.rows.push([]); break;
      case 'w:tc': this.sinks.push([]); break;
      case 'w:lastRenderedPageBreak': this.rendered += 1; this.pages = Math.max(this.pages, this.rendered); break;
      default: this.property(name, value, attributes);
    }
  }

  private property(name: string, value: string | undefined, attributes: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (!paragraph) return;
    if (this.inParagraphProperties) {
      if (name === 'w:numPr') paragraph.bullet = true;
      if (isShade(name, attributes)) paragraph.shaded = true;
      if (name === 'w:pStyle') paragraph.style = STYLE_SIZES.find(([style]) => style.test(value ?? ''))?.[1] ?? 0;
      return;
    }
    if (name === 'w:tab') paragraph.text += '\t';
    if (name === 'w:cr' || name === 'w:br') paragraph.text += '\n';
    if (name === 'w:br' && attribute(attributes, 'w:type') === 'page') this.pages = Math.max(this.pages, (this.rendered += 1));
    if (name === 'w:noBreakHyphen') paragraph.text += '-';
    if (!this.run) return;
    if (name === 'w:vanish' && !/^(0|false|off)$/.test(value ?? '')) this.run.hidden = true;
    if (name === 'w:color' && /^f{6}$/i.test(value ?? '')) this.run.white = true;
    if (isShade(name, attributes) || name === 'w:highlight') this.run.shaded = true;
    if (name === 'w:sz') this.run.size = Number(value) || 0;
    if (name === 'w:sz' && Number(value) <= INVISIBLE_SIZE) this.run.hidden = true;
  }

  private close(name: string): void {
    if (UNSEEN.has(name)) this.unseen -= 1;
    switch (name) {
      case 'w:p': this.endParagraph(); break;
      case 'w:pPr': this.inParagraphProperties = false; break;
      case 'w:r': this.run = null; break;
      case 'w:t': this.inText = false; break;
      case 'w:tbl': case 'w:txbxContent': this.boxes -= 1; break;
      case 'w:tc': this.rows.at(-1)?.push(this.sinks.pop() ?? []); break;
      case 'w:tr': this.sinks.at(-1)?.push(...rowLines(this.rows.pop() ?? [])); break;
      default:
    }
  }

  private endParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (!paragraph) return;
    const { text, size, style, bullet } = paragraph;
    const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
    this.sinks.at(-1)?.push(...lines.map((line) => ({ text: bullet ? `• ${line}` : line, size: size || style })));
    this.invisible += '\n';
    this.doubtful += '\n';
  }
}

const isShade = (name: string, attributes: string): boolean => name === 'w:shd' && !/^(auto|f{6})$/i.test(attribute(attributes, 'w:fill') ?? 'auto');

/** Cells with a line each are one line; a date belongs to the line beside it; other cells are columns, read one after the other. */
function rowLines(cells: readonly TextLine[][]): TextLine[] {
  const filled = cells.filter((cell) => cell.length > 0);
  if (filled.every((cell) => cell.length === 1)) return filled.length === 0 ? [] : [joined(filled.map(([line]) => line!))];
  const isDate = (cell: readonly TextLine[]): boolean => cell.length <= 2 && isDateLabel(cell.map(({ text }) => text).join(' '));
  const dates = filled.filter(isDate).flat();
  const [first, ...others] = filled.filter((cell) => !isDate(cell)).flat();
  if (!first || dates.length === 0) return filled.flat();
  return [joined([first, ...dates.slice(0, 1).map((line) => ({ ...line, text: dates.map(({ text }) => text).join(' ') }))]), ...others];
}

function joined(lines: readonly TextLine[]): TextLine {
  return { text: lines.map(({ text }) => text).join('\t'), size: Math.max(...lines.map(({ size }) => size)) };
}
