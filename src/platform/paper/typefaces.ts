import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create as readFont } from 'fontkit';
import { unpackWoff } from './unpack-woff.js';

/** How words look: running text, what stands out, and small print. */
export const faces = ['text', 'strong', 'small'] as const;
export type Face = (typeof faces)[number];

interface Cut {
  readonly id: string;
  readonly bytes: Buffer;
  readonly characters: ReadonlySet<number>;
}

/** A stretch of text that one font can draw. */
export interface Run {
  readonly font: string;
  readonly text: string;
}

const SCRIPTS = ['latin', 'latin-ext', 'cyrillic', 'greek', 'vietnamese'];
/** Stands for a character that no font here can draw. */
const UNKNOWN = '?';

/** The fonts of our paper, each cut by script as its makers deliver it; read once. */
export class Typefaces {
  private readonly cuts: Readonly<Record<Face, readonly Cut[]>>;

  private constructor() {
    const serif = (weight: number): Cut[] => SCRIPTS.map((script) => cut(`source-serif-4-${script}-${weight}-normal`));
    const text = serif(400);
    this.cuts = { text, strong: [...serif(600), ...text], small: [cut('source-sans-3-latin-400-normal'), ...text] };
  }

  private static read: Typefaces | null = null;

  static load(): Typefaces {
    return (Typefaces.read ??= new Typefaces());
  }

  registerIn(doc: PDFKit.PDFDocument): void {
    for (const { id, bytes } of Object.values(this.cuts).flat()) doc.registerFont(id, bytes);
  }

  /** The text cut into runs, with `?` in the place of each character that no font has. */
  runs(text: string, face: Face): Run[] {
    const runs: Run[] = [];
    const [first] = this.cuts[face];
    for (const { segment } of new Intl.Segmenter('en').segment(printable(text))) {
      const fit = this.cuts[face].find(({ characters }) => [...segment].every((each) => each === '\n' || characters.has(each.codePointAt(0) ?? 0)));
      const font = (fit ?? first)?.id ?? '';
      const last = runs.at(-1);
      const drawn = fit ? segment : UNKNOWN;
      if (last?.font === font) runs[runs.length - 1] = { font, text: last.text + drawn };
      else runs.push({ font, text: drawn });
    }
    return runs;
  }
}

function cut(id: string): Cut {
  const bytes = unpackWoff(readFileSync(join(import.meta.dirname, 'fonts', `${id}.woff`)));
  return { id, bytes, characters: new Set(readFont(bytes).characterSet) };
}

/** Composed letters, plain spaces, and none of the marks that only steer a screen. */
function printable(text: string): string {
  return text.normalize('NFC').replaceAll(/\r\n?/g, '\n').replaceAll('\t', '    ').replaceAll(/[\u202F\u2007\u2028\u2029]/g, ' ').replaceAll(/[\p{Cc}\p{Cf}]/gu, (mark) => (mark === '\n' ? mark : ''));
}
