import { getResolvedPDFJS } from 'unpdf';
import { type Piece } from './page-text.js';
import { type PdfPage, type Print, Printing } from './pdf-printing.js';

/** What of a page nobody sees: of its pieces, and what is printed beside it, which is no piece of it. */
export interface Hidden {
  /** For each piece; too short where none is hidden. */
  readonly flags: readonly boolean[];
  readonly beside: string;
}

// Points: wider than any letter of a text.
const WIDEST_LETTER = 12;
// Far more than it takes to refuse a file.
const MOST_BESIDE = 20_000;

/** Looks at how a page is drawn. A piece that cannot be found in the drawing counts as seen. */
export async function hiddenOn(page: PdfPage, pieces: readonly Piece[]): Promise<Hidden> {
  const { OPS } = await getResolvedPDFJS();
  const operators = await page.getOperatorList({ annotationMode: 0 });
  const printed = new Printing(OPS).follow(operators);
  const beside = printed.filter((print) => isBeside(page, print)).map(({ text }) => text).join('\n').slice(0, MOST_BESIDE);
  return { beside, flags: printed.some(({ hidden }) => hidden) ? flagsOf(pieces, printed) : [] };
}

function flagsOf(pieces: readonly Piece[], printed: readonly Print[]): boolean[] {
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

/** Begun beyond the right edge, above or below the page, or so far to the left that it ends before it. */
function isBeside(page: PdfPage, { text, x, y }: Print): boolean {
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  return x > right || y < bottom - WIDEST_LETTER || y > top || x + text.length * WIDEST_LETTER < left;
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');
