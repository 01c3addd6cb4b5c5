import { type FileText, type ReadingLimits, Refusal, type TextLine } from '../reading.js';
import { attribute, xmlEvents } from './xml.js';
import { ZipFile } from './zip-file.js';
import { WordWalk } from './word-walk.js';

const OFFICE_DOCUMENT = /<Relationship\b[^>]*\bType="[^"]*\/officeDocument"[^>]*>/;

/** The text of a Word document (DOCX). Only its XML is looked at: no macro, no picture, no embedded file, nothing outside. */
export function docxText(bytes: Buffer, limits: ReadingLimits): FileText {
  const zip = new ZipFile(bytes, limits);
  const main = mainPart(zip);
  if (main === null) throw new Refusal('unknown_format');
  if (zip.names.some((name) => /vbaProject\.bin$/i.test(name))) throw new Refusal('has_macros');
  const walk = new WordWalk(limits.characters);
  const parts = [...partsOf(zip, 'header'), main, ...partsOf(zip, 'footer')];
  const lines = parts.flatMap((part): TextLine[] => walk.linesOf(textIn(zip, part)));
  if (walk.pages > limits.pages) throw new Refusal('too_many_pages');
  return { format: 'docx', lines, pages: walk.pages, author: authorIn(zip), hidden: walk.hidden };
}

/** Where the document lies is said by the archive; mostly in `word/document.xml`. */
function mainPart(zip: ZipFile): string | null {
  if (!zip.names.includes('[Content_Types].xml')) return null;
  const said = OFFICE_DOCUMENT.exec(textIn(zip, '_rels/.rels'))?.[0] ?? '';
  const target = attribute(said, 'Target')?.replace(/^\//, '') ?? 'word/document.xml';
  return target.startsWith('word/') && zip.names.includes(target) ? target : null;
}

const partsOf = (zip: ZipFile, kind: string): string[] => zip.names.filter((name) => new RegExp(`^word/${kind}\\d*\\.xml$`).test(name)).sort();

function textIn(zip: ZipFile, name: string): string {
  const content = zip.read(name);
  if (!content) return '';
  const wide = content[0] === 0xff && content[1] === 0xfe;
  return new TextDecoder(wide ? 'utf-16le' : 'utf-8').decode(content);
}

function authorIn(zip: ZipFile): string | null {
  let inside = false;
  for (const event of xmlEvents(textIn(zip, 'docProps/core.xml'))) {
    if (event.kind === 'open') inside = event.name === 'dc:creator';
    else if (event.kind === 'close') inside = false;
    else if (inside) return event.text;
  }
  return null;
}
