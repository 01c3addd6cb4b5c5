import { type Face } from '../../platform/paper/index.js';
import { type Inscription } from '../facts.js';
import { factRows, qrCode } from './fine-print.js';
import { setName } from './name-lines.js';
import { frame, rosette } from './ornaments.js';
import { competencies, ruler } from './scores.js';
import { ACCENT, HAIR, type Look, type Sheet, SOFT } from './sheet.js';

const SEAL = 30;
const QR = 82;
const PHRASE: Look = { face: 'italic', size: 13, colour: SOFT };
const TITLE: Look = { face: 'text', size: 33, spacing: 1.2 };
const NAME = { most: 42, comfortable: 27, mostLines: 3 };
const ROLE = { most: 17, comfortable: 14, mostLines: 2 };
const ROSETTE = rosette(SEAL);

/** A part of the page from top to bottom; `above` is its share of the room that is left. */
interface Block {
  readonly height: number;
  readonly above: number;
  draw(top: number): void;
}

/** Draws all of a certificate onto an empty page. */
export function drawCertificate(sheet: Sheet, inscription: Inscription, issuer: string): void {
  const { width, height } = sheet.doc.page;
  // Wider paper has wider margins, so that the lines stay as long.
  const column = Math.min(width - 144, 446);
  border(sheet);
  const rows = factRows(sheet, inscription, issuer, column - QR - 26);
  const bottom = height - 66;
  spread(blocks(sheet, inscription, column), 60, bottom - Math.max(QR, rows.height));
  const left = sheet.middle - column / 2;
  rows.draw(left, bottom - rows.height);
  qrCode(sheet, inscription.url, { x: left + column - QR, y: bottom - QR, size: QR });
}

function border(sheet: Sheet): void {
  const { doc } = sheet;
  const { width, height } = doc.page;
  sheet.decorate(() => {
    doc.lineWidth(0.9).strokeColor(ACCENT).path(frame({ x: 28, y: 28, width: width - 56, height: height - 56, corner: 16 })).stroke();
    doc.lineWidth(0.35).strokeColor(ACCENT).path(frame({ x: 33, y: 33, width: width - 66, height: height - 66, corner: 16 })).stroke();
  });
}

function blocks(sheet: Sheet, { name, facts }: Inscription, column: number): Block[] {
  const at1 = (face: Face) => (text: string): number => sheet.width(text, { face, size: 100 }) / 100;
  const set = setName(name, { ...NAME, width: column }, at1('text'));
  const role = setName(`${facts.roleTitle}, ${facts.levelTitle}`, { ...ROLE, width: column }, at1('strong'));
  const phrase = (text: string, above: number): Block => ({ height: 12, above, draw: (top) => { sheet.read('P', () => { sheet.centre(text, PHRASE, top + 10); }); } });
  return [
    { height: 2 * SEAL + 8, above: 0, draw: (top) => { seal(sheet, top + SEAL); } },
    { height: 28, above: 1, draw: (top) => { sheet.read('H1', () => { sheet.centre('Certificate', TITLE, top + 24); }); } },
    phrase('This certifies that', 1.5),
    centred(sheet, 'H2', { lines: set.lines, look: { face: 'text', size: set.size, colour: ACCENT }, above: 1, actual: name }),
    { height: 1, above: 0.8, draw: (top) => { hairline(sheet, top); } },
    phrase('was interviewed live for the role of', 0.9),
    centred(sheet, 'P', { lines: role.lines, look: { face: 'strong', size: role.size }, above: 0.8 }),
    phrase(`and scored above the mark of ${facts.mark}, with`, 0.8),
    ruler(sheet, facts, 1.1),
    competencies(sheet, facts.competencies, { column, above: 1.4 }),
    { height: 0, above: 1.6, draw: () => undefined },
  ];
}

/** Lets the blocks stand from top to bottom, the room that is left shared out between them. */
function spread(all: readonly Block[], top: number, bottom: number): void {
  const filled = all.reduce((sum, { height }) => sum + height, 0);
  const share = Math.max(0, bottom - top - filled) / all.reduce((sum, { above }) => sum + above, 0);
  let y = top;
  for (const block of all) {
    y += block.above * share;
    block.draw(y);
    y += block.height;
  }
}

function centred(sheet: Sheet, type: string, { lines, look, above, actual }: { lines: readonly string[]; look: Look; above: number; actual?: string }): Block {
  const leading = look.size * 1.22;
  return {
    height: leading * lines.length - look.size * 0.3, above,
    draw: (top) => {
      sheet.read(type, () => { lines.forEach((line, index) => { sheet.centre(line, look, top + look.size * 0.78 + index * leading); }); }, actual === undefined ? {} : { actual });
    },
  };
}

function seal(sheet: Sheet, y: number): void {
  const { doc } = sheet;
  sheet.decorate(() => {
    doc.save().translate(sheet.middle, y).lineWidth(0.4).strokeColor(ACCENT);
    for (const curve of ROSETTE) sheet.curve(curve);
    doc.stroke().restore();
  });
}

function hairline(sheet: Sheet, y: number): void {
  sheet.decorate(() => { sheet.doc.lineWidth(0.5).strokeColor(HAIR).moveTo(sheet.middle - 90, y).lineTo(sheet.middle + 90, y).stroke(); });
}
