import { type Inscription } from '../facts.js';
import { evaluatorInWords, momentInWords, questionsInWords, transcriptInWords } from '../words.js';
import { qrBars } from './qr.js';
import { INK, type Look, type Sheet, SOFT } from './sheet.js';

const LABEL: Look = { face: 'text', size: 8.4, colour: SOFT };
const VALUE: Look = { face: 'text', size: 8.4, colour: INK };
const LEADING = 11.5;
const BETWEEN = 2.5;
const LABELS = 54;

/** What a reader who doubts wants to know, line by line. */
export function factRows(sheet: Sheet, inscription: Inscription, issuer: string, width: number): { height: number; draw(x: number, top: number): void } {
  const { facts, issuedAt, validUntil, url } = inscription;
  const set = questionsInWords(facts);
  const rows = [
    ['Issued', `${momentInWords(issuedAt)}, by ${issuer}`],
    ['Valid until', momentInWords(validUntil)],
    ['Earned by', `${facts.questions} questions answered live, without hints, and handed in once`],
    ...(set === null ? [] : [['Questions', set]]),
    ['Scored by', `${evaluatorInWords(facts)}, by rubric ${facts.rubric}`],
    ['Transcript', transcriptInWords(facts)],
    ['File', 'PDF digital signature; the credential is attached (credential.json)'],
    ['Check it at', url],
  ].map(([label = '', value = '']) => ({ label, lines: sheet.wrap(value, VALUE, width - LABELS), link: value === url }));
  const heights = rows.map(({ lines }) => lines.length * LEADING + BETWEEN);
  return {
    height: heights.reduce((sum, height) => sum + height, 0) - BETWEEN,
    draw: (x, top) => {
      let y = top;
      rows.forEach(({ label, lines, link }, index) => {
        row(sheet, { label, lines, url: link ? url : null }, x, y);
        y += heights[index] ?? 0;
      });
    },
  };
}

function row(sheet: Sheet, { label, lines, url }: { label: string; lines: readonly string[]; url: string | null }, x: number, y: number): void {
  const draw = (): void => { lines.forEach((line, index) => { sheet.write(line, VALUE, x + LABELS, y + 8.5 + index * LEADING); }); };
  const named = (): void => { sheet.write(label, LABEL, x, y + 8.5); };
  if (url === null) {
    sheet.read('P', () => { named(); draw(); }, { actual: `${label}: ${lines.join(' ')}` });
    return;
  }
  sheet.read('P', named);
  const width = Math.max(...lines.map((line) => sheet.width(line, VALUE)));
  sheet.link(url, 'The page of this certificate', [x + LABELS, y, width, lines.length * LEADING], draw);
}

/** The address as a QR code, each module a vector. */
export function qrCode(sheet: Sheet, url: string, { x, y, size }: { x: number; y: number; size: number }): void {
  const code = qrBars(url);
  const module = size / code.size;
  sheet.read('Figure', () => {
    // A hair more than their place, or thin light lines show between the rows on some screens.
    for (const bar of code.bars) sheet.doc.rect(x + bar.x * module, y + bar.y * module, bar.width * module, module * 1.02);
    sheet.doc.fill(INK);
  }, { alt: `QR code of ${url}` });
}
