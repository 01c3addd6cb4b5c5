import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Font } from 'fontkit';
import { lettersToldApart } from './letters-told-apart.js';
import { rememberingShapes } from './remembered-shapes.js';
import { unpackWoff } from './unpack-woff.js';

/** How words look: running text, what stands out, what leads from one to the next (English only), and small print. */
export const faces = ['text', 'strong', 'italic', 'small'] as const;
export type Face = (typeof faces)[number];

interface Cut {
  readonly id: string;
  readonly font: Font;
  readonly characters: ReadonlySet<number>;
}

/** A stretch of text that one font can draw. */
export interface Run {
  readonly font: string;
  readonly text: string;
}

/** Stands for a character that no font here can draw. */
const UNKNOWN = '?';
/** Marks that join or part letters; without them some names in Persian and Hindi are spelt wrongly. */
const JOINERS = /[\u200C\u200D]/;

/** The fonts of our paper, read once, when the first paper is set. */
export class Typefaces {
  private readonly fonts: ReadonlyMap<string, Font>;

  private constructor(private readonly cuts: Readonly<Record<Face, readonly Cut[]>>) {
    this.fonts = new Map(Object.values(cuts).flat().map(({ id, font }) => [id, font]));
  }

  private static read: Promise<Typefaces> | null = null;

  static load(): Promise<Typefaces> {
    return (Typefaces.read ??= readAll().then((cuts) => new Typefaces(cuts)));
  }

  registerIn(doc: PDFKit.PDFDocument): void {
    // pdfkit takes a font that has been read already, which saves most of the time of a paper; its types do not know.
    for (const [id, font] of this.fonts) doc.registerFont(id, font as unknown as Buffer);
  }

  font(id: string): Font {
    const font = this.fonts.get(id);
    if (!font) throw new Error(`There is no font ${id}`);
    return font;
  }

  /** The text cut into runs, with `?` in the place of each character that no font has. */
  runs(text: string, face: Face): Run[] {
    const clean = printable(text);
    const [first] = this.cuts[face];
    // Most lines are of one font: cutting them into letters would take longer than drawing them.
    if (first && has(first, clean)) return clean === '' ? [] : [{ font: first.id, text: clean }];
    const runs: Run[] = [];
    let last: Cut | undefined;
    for (const { segment } of new Intl.Segmenter('en').segment(clean)) {
      const fit = this.cutFor(segment, face, last);
      const drawn = fit ? segment : UNKNOWN;
      const cut = fit ?? first;
      const previous = runs.at(-1);
      if (previous && cut === last) runs[runs.length - 1] = { font: previous.font, text: previous.text + drawn };
      else runs.push({ font: cut?.id ?? '', text: drawn });
      last = cut;
    }
    return runs;
  }

  /** The letters of the text that no font here can draw, each once. */
  missing(text: string): string[] {
    const segments = [...new Intl.Segmenter('en').segment(printable(text))].map(({ segment }) => segment);
    return [...new Set(segments.filter((segment) => !this.cutFor(segment, 'text')))];
  }

  /** Spaces and punctuation stay with the letters before them, so that a word and its marks are shaped together. */
  private cutFor(segment: string, face: Face, last?: Cut): Cut | undefined {
    const cuts = this.cuts[face];
    const candidates = last && /^[\p{Script=Common}\p{Script=Inherited}]+$/u.test(segment) ? [last, ...cuts] : cuts;
    return candidates.find((cut) => has(cut, segment));
  }
}

/** The letters of a name that none of our fonts can draw, each once: such a name cannot be printed. */
export async function unprintable(text: string): Promise<string[]> {
  return (await Typefaces.load()).missing(text);
}

async function readAll(): Promise<Record<Face, readonly Cut[]>> {
  const { create } = await import('fontkit');
  const cut = (id: string): Cut => {
    const font = rememberingShapes(lettersToldApart(create(unpackWoff(readFileSync(join(import.meta.dirname, 'fonts', `${id}.woff`))))));
    return { id, font, characters: new Set(font.characterSet) };
  };
  const text = [cut('source-serif-4-400'), cut('noto-serif-devanagari-400'), cut('noto-naskh-arabic-400')];
  return {
    text,
    strong: [cut('source-serif-4-600'), ...text],
    italic: [cut('source-serif-4-400-italic'), ...text],
    small: [cut('source-sans-3-400'), ...text],
  };
}

function has({ characters }: Cut, text: string): boolean {
  for (const each of text) if (!characters.has(each.codePointAt(0) ?? 0) && each !== '\n' && !JOINERS.test(each)) return false;
  return true;
}

/** Composed letters, plain spaces, and none of the marks that only steer a screen. */
function printable(text: string): string {
  if (/^[ -~]*$/.test(text)) return text;
  return text.normalize('NFC').replaceAll(/\r\n?/g, '\n').replaceAll('\t', '    ').replaceAll(/[\u202F\u2007\u2028\u2029]/g, ' ').replaceAll(/[\p{Cc}\p{Cf}]/gu, (mark) => (mark === '\n' || JOINERS.test(mark) ? mark : ''));
}
