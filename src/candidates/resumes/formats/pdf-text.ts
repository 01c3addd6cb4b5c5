import { getDocumentProxy } from 'unpdf';
import { type FileText, type ReadingLimits, Refusal, type TextLine } from '../reading.js';
import { pageLines, pageText, type Piece } from './page-text.js';
import { hiddenOn } from './pdf-hidden-text.js';

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;
type TextStream = ReadableStream<{ items: object[] }>;
interface PdfText {
  readonly str: string;
  readonly width: number;
  readonly transform: readonly number[];
}

// Points: smaller letters are there for machines.
const INVISIBLE_SIZE = 1.5;

/** The text of a PDF, page by page. Nothing in it is run or fetched. */
export async function pdfText(bytes: Buffer, limits: ReadingLimits): Promise<FileText> {
  const document = await open(bytes);
  if (document.numPages > limits.pages) throw new Refusal('too_many_pages');
  const lines: TextLine[] = [];
  const hidden: string[] = [];
  let left = limits.characters;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const pieces = await piecesOf(page.streamTextContent() as TextStream, left);
    left -= pieces.reduce((sum, { text }) => sum + text.length, 0);
    const { flags, beside } = await hiddenOn(page, pieces);
    const seen = seenOn(page, pieces, flags);
    lines.push(...pageLines(pieces.filter((_, index) => seen[index])), { text: '', size: 0 });
    hidden.push(pageText(pieces.filter((_, index) => !seen[index])), beside);
    page.cleanup();
  }
  return { format: 'pdf', lines, pages: document.numPages, author: await authorOf(document), hidden: hidden.join('\n') };
}

async function open(bytes: Buffer): Promise<PdfDocument> {
  try {
    // Only text is wanted: no fonts of this machine, no scripts, no forms, no images, and nothing is fetched.
    return await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0, useSystemFonts: false, useWorkerFetch: false, useWasm: false, maxImageSize: 1, enableXfa: false, disableAutoFetch: true, disableStream: true,
    });
  } catch (error) {
    throw new Refusal(error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'unreadable');
  }
}

/** Stops as soon as there is too much: a page may claim to hold gigabytes of text. */
async function piecesOf(stream: TextStream, mostCharacters: number): Promise<Piece[]> {
  const pieces: Piece[] = [];
  const reader = stream.getReader();
  let seen = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    for (const item of next.value.items) {
      if (!isText(item)) continue;
      seen += item.str.length;
      if (seen > mostCharacters || pieces.length > mostCharacters) throw new Refusal('too_long');
      const [, , slant = 0, height = 0, x = 0, y = 0] = item.transform;
      pieces.push({ text: item.str, x, y, width: item.width, size: Math.hypot(slant, height) || 1 });
    }
  }
  return pieces;
}

/** For each piece, whether a reader of the page sees it: nothing outside of it, nothing too small, nothing painted white on white. */
function seenOn(page: PdfPage, pieces: readonly Piece[], hidden: readonly boolean[]): boolean[] {
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  return pieces.map(({ x, y, size }, index) => {
    const isOutside = x < left - size || x > right || y < bottom - size || y > top + size;
    return !isOutside && size > INVISIBLE_SIZE && !hidden[index];
  });
}

async function authorOf(document: PdfDocument): Promise<string | null> {
  const { info } = await document.getMetadata().catch(() => ({ info: {} }));
  const author: unknown = 'Author' in info ? info.Author : null;
  return typeof author === 'string' ? author.slice(0, 200) : null;
}

function isText(item: object): item is PdfText {
  return 'str' in item && 'transform' in item;
}
