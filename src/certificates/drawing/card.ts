import { type Inscription } from '../facts.js';
import { type Outlines } from '../../platform/paper/index.js';
import { frame, wreath } from './ornaments.js';
import { Picture } from './picture.js';
import { ACCENT, HAIR, INK, SOFT, TINT } from './sheet.js';
import { dayInWords } from '../words.js';

/** What networks ask for. */
const WIDTH = 1200;
const HEIGHT = 630;
const PAPER = '#fbfaf7';
const SEAL = { x: 250, y: 315, radius: 165 };
const LEFT = 480;
const COLUMN = 630;

/** What is seen where somebody shares the link. */
export function card(outlines: Outlines, { name, facts, issuedAt, validUntil }: Inscription, issuer: string): string {
  const picture = new Picture(outlines, WIDTH, HEIGHT);
  picture.rectangle({ x: 0, y: 0, width: WIDTH, height: HEIGHT, fill: PAPER });
  picture.line(frame({ x: 28, y: 28, width: WIDTH - 56, height: HEIGHT - 56, corner: 26 }), ACCENT, 2);
  picture.line(frame({ x: 37, y: 37, width: WIDTH - 74, height: HEIGHT - 74, corner: 26 }), ACCENT, 0.8);
  picture.curves([wreath(SEAL.radius, { inner: 0.62, petals: 41, turns: 4 })], { ...SEAL, colour: ACCENT, width: 1.2 });
  picture.text(facts.overall, { face: 'strong', size: 66, colour: INK, x: SEAL.x, y: SEAL.y + 14, align: 'middle' });
  picture.text('of 10', { face: 'text', size: 24, colour: SOFT, x: SEAL.x, y: SEAL.y + 50, align: 'middle' });
  const line = { x: LEFT, width: COLUMN } as const;
  picture.text('Certificate', { face: 'italic', size: 34, colour: SOFT, x: LEFT, y: 140 });
  const nameEnds = 230 + picture.fitted(name, { ...line, face: 'text', size: 64, colour: ACCENT, y: 230, comfortable: 44 });
  const roleEnds = nameEnds + 58 + picture.fitted(`${facts.roleTitle}, ${facts.levelTitle}`, { ...line, face: 'strong', size: 32, colour: INK, y: nameEnds + 58, comfortable: 26 });
  ruler(picture, facts, Math.max(roleEnds + 58, 400));
  picture.text(`Issued ${dayInWords(issuedAt)}, valid until ${dayInWords(validUntil)}`, { face: 'text', size: 22, colour: SOFT, x: LEFT, y: 528 });
  picture.fitted(issuer, { ...line, face: 'text', size: 22, colour: SOFT, y: 560, comfortable: 0 });
  return picture.svg(`Certificate of ${name}`);
}

function ruler(picture: Picture, { overall, mark }: Inscription['facts'], y: number): void {
  const at = (value: number): number => LEFT + (COLUMN * value) / 10;
  picture.rectangle({ x: LEFT, y, width: COLUMN, height: 6, fill: TINT });
  picture.rectangle({ x: LEFT, y, width: at(Number(overall)) - LEFT, height: 6, fill: ACCENT });
  picture.line(`M${at(Number(mark))} ${y - 10}V${y + 20}`, INK, 2);
  picture.circle({ x: at(Number(overall)), y: y + 3, radius: 9, fill: ACCENT });
  picture.line(`M${LEFT} ${y + 12}V${y + 20}M${LEFT + COLUMN} ${y + 12}V${y + 20}`, HAIR, 2);
  picture.text('0', { face: 'text', size: 18, colour: SOFT, x: LEFT, y: y + 40 });
  picture.text(`mark ${mark}`, { face: 'text', size: 18, colour: SOFT, x: at(Number(mark)), y: y + 40, align: 'middle' });
  picture.text('10', { face: 'text', size: 18, colour: SOFT, x: LEFT + COLUMN, y: y + 40, align: 'middle' });
}
