// Runs as a process of its own, because what it reads is hostile until proved otherwise: bytes on stdin, limits as
// arguments, on stdout a line that it is ready and a line of JSON. It runs compiled and, in tests, as it stands: Node only
// strips types, so the one import of ours that is left at run time asks for the ending this file has.
import { extname } from 'node:path';
import { getDocumentProxy } from 'unpdf';
import type { Piece } from './page-text.js';
import type { ReadingAnswer, ReadingFault, ReadingLimits } from './reading.js';

type TextStream = ReadableStream<{ items: object[] }>;
type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;
interface PdfText {
  readonly str: string;
  readonly width: number;
  readonly transform: readonly number[];
}

const { countWords, pageText } = (await import(`./page-text${extname(import.meta.filename)}`)) as typeof import('./page-text.js');

// A scan or an empty page gives a few stray words at most; nothing is invented from them.
const FEWEST_WORDS = 30;
const HEADER_WITHIN = 1024;

class Refusal extends Error {
  readonly fault: ReadingFault;

  constructor(fault: ReadingFault) {
    super(fault);
    this.fault = fault;
  }
}

// Told apart from now on: what breaks before this line is our fault, what breaks after it the file's.
process.stdout.write('ready\n');
const [pages, characters] = process.argv.slice(2).map(Number);
const said = JSON.stringify(await answer({ pages: pages ?? 0, characters: characters ?? 0 }));
// The library may still be at work on a page that was refused half-way.
process.stdout.write(said, () => process.exit());

async function answer(limits: ReadingLimits): Promise<ReadingAnswer> {
  try {
    const bytes = await stdin();
    // Readers accept the header anywhere in the first kilobyte (ISO 32000-1, annex H, note 13).
    if (!bytes.subarray(0, HEADER_WITHIN).includes('%PDF-')) throw new Refusal('not_a_pdf');
    const document = await open(bytes);
    if (document.numPages > limits.pages) throw new Refusal('too_many_pages');
    const text = await textOf(document, limits.characters);
    const words = countWords(text);
    if (words < FEWEST_WORDS) throw new Refusal('no_text');
    return { read: { text, pages: document.numPages, words } };
  } catch (error) {
    return { fault: error instanceof Refusal ? error.fault : 'unreadable' };
  }
}

async function stdin(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
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

async function textOf(document: PdfDocument, mostCharacters: number): Promise<string> {
  const texts: string[] = [];
  let left = mostCharacters;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const pieces = await piecesOf(page.streamTextContent() as TextStream, left);
    left -= pieces.reduce((sum, { text }) => sum + text.length, 0);
    texts.push(pageText(pieces));
    page.cleanup();
  }
  // Ligatures and full-width letters become the plain ones that words are made of.
  return texts.join('\n\n').normalize('NFKC');
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

function isText(item: object): item is PdfText {
  return 'str' in item && 'transform' in item;
}
