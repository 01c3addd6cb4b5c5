import { type CertificateFacts } from '../facts.js';
import { ACCENT, INK, type Look, type Sheet, SOFT, TINT } from './sheet.js';

const SCORE: Look = { face: 'strong', size: 40, colour: INK };
const OF: Look = { face: 'text', size: 15, colour: SOFT };
const TICK: Look = { face: 'text', size: 8, colour: SOFT };
const LABEL: Look = { face: 'text', size: 10.5, colour: INK };
const NUMBER: Look = { face: 'strong', size: 10.5, colour: INK };
const RULER = 330;
const ROW = 26;
const GUTTER = 34;
const MOST = 10;

interface Block {
  readonly height: number;
  readonly above: number;
  draw(top: number): void;
}

/** The score in figures, and on a ruler from 0 to 10 with the mark on it. */
export function ruler(sheet: Sheet, { overall, mark }: CertificateFacts, above: number): Block {
  return {
    height: 92, above,
    draw: (top) => {
      const gap = 7;
      const width = sheet.width(overall, SCORE) + gap + sheet.width('of 10', OF);
      const left = sheet.middle - width / 2;
      sheet.read('P', () => {
        sheet.write(overall, SCORE, left, top + 30);
        sheet.write('of 10', OF, left + width - sheet.width('of 10', OF), top + 30);
      }, { actual: `${overall} of 10` });
      sheet.read('Figure', () => { scale(sheet, { score: Number(overall), mark, y: top + 62 }); }, { alt: `A ruler from 0 to 10: the mark stands at ${mark}, the score at ${overall}.` });
    },
  };
}

function scale(sheet: Sheet, { score, mark, y }: { score: number; mark: string; y: number }): void {
  const { doc } = sheet;
  const left = sheet.middle - RULER / 2;
  const at = (value: number): number => left + (RULER * value) / MOST;
  doc.rect(left, y, RULER, 3).fill(TINT);
  doc.rect(left, y, at(score) - left, 3).fill(ACCENT);
  doc.lineWidth(0.6).strokeColor(SOFT);
  for (let tick = 0; tick <= MOST; tick += 1) doc.moveTo(at(tick), y + 6).lineTo(at(tick), y + (tick % 5 === 0 ? 11 : 9));
  doc.stroke();
  for (const tick of [0, 5, MOST]) label(sheet, String(tick), at(tick), y + 20);
  doc.lineWidth(1).strokeColor(INK).moveTo(at(Number(mark)), y - 5).lineTo(at(Number(mark)), y + 11).stroke();
  label(sheet, `mark ${mark}`, at(Number(mark)), y + 20);
  doc.circle(at(score), y + 1.5, 4.5).fill(ACCENT);
}

function label(sheet: Sheet, text: string, x: number, baseline: number): void {
  sheet.write(text, TICK, x - sheet.width(text, TICK) / 2, baseline);
}

/** Each competency with its score and a bar that repeats it; in two columns when there are many. */
export function competencies(sheet: Sheet, all: CertificateFacts['competencies'], { column, above }: { column: number; above: number }): Block {
  const columns = all.length > 3 ? 2 : 1;
  const rows = Math.ceil(all.length / columns);
  const width = columns === 1 ? RULER : (column - GUTTER) / 2;
  const left = sheet.middle - (columns === 1 ? RULER : column) / 2;
  return {
    height: rows * ROW - 8, above,
    draw: (top) => {
      all.forEach((one, index) => {
        const place = { x: left + Math.floor(index / rows) * (width + GUTTER), y: top + (index % rows) * ROW, width };
        competency(sheet, one, place);
      });
    },
  };
}

function competency(sheet: Sheet, { title, score }: CertificateFacts['competencies'][number], { x, y, width }: { x: number; y: number; width: number }): void {
  const { doc } = sheet;
  const numberWidth = sheet.width(score, NUMBER);
  sheet.read('P', () => {
    sheet.write(title, fitting(sheet, title, LABEL, width - numberWidth - 8), x, y + 9);
    sheet.write(score, NUMBER, x + width - numberWidth, y + 9);
  }, { actual: `${title}: ${score} of 10` });
  sheet.decorate(() => {
    doc.rect(x, y + 14, width, 2).fill(TINT);
    doc.rect(x, y + 14, (width * Number(score)) / MOST, 2).fill(ACCENT);
  });
}

/** The look, smaller where the text would not fit. */
function fitting(sheet: Sheet, text: string, look: Look, width: number): Look {
  return { ...look, size: Math.min(look.size, (look.size * width) / sheet.width(text, look)) };
}
