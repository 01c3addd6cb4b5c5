import { type Inscription } from '../facts.js';
import { type Outlines } from '../../platform/paper/index.js';
import { wreath } from './ornaments.js';
import { Picture } from './picture.js';
import { ACCENT, INK, SOFT } from './sheet.js';
import { dayInWords } from '../words.js';

const SIDE = 600;
const PAPER = '#fbfaf7';
const INNER = 222;
/** As wide as lines may be so far below the middle of the inner circle. */
const INSIDE = { role: 396, name: 344 };

/** The seal with what it stands for, for a page of one's own. */
export function badge(outlines: Outlines, { name, facts, validUntil }: Inscription): string {
  const middle = SIDE / 2;
  const picture = new Picture(outlines, SIDE, SIDE);
  const line = { align: 'middle', x: middle } as const;
  picture.circle({ x: middle, y: middle, radius: middle - 2, fill: PAPER });
  picture.curves([wreath(middle - 9, { inner: 0.78, petals: 61, turns: 5 })], { x: middle, y: middle, colour: ACCENT, width: 1.3 });
  picture.circle({ x: middle, y: middle, radius: INNER, fill: PAPER, stroke: ACCENT });
  picture.text('Certificate', { ...line, face: 'italic', size: 30, colour: SOFT, y: 143 });
  picture.text(facts.overall, { ...line, face: 'strong', size: 96, colour: ACCENT, y: 240 });
  picture.text('of 10', { ...line, face: 'text', size: 25, colour: SOFT, y: 275 });
  const roleEnds = 328 + picture.fitted(`${facts.roleTitle}, ${facts.levelTitle}`, { ...line, face: 'strong', size: 28, colour: INK, y: 328, width: INSIDE.role, comfortable: 22 });
  picture.fitted(name, { ...line, face: 'text', size: 28, colour: INK, y: roleEnds + 42, width: INSIDE.name, comfortable: 19 });
  picture.text(`valid until ${dayInWords(validUntil)}`, { ...line, face: 'text', size: 16, colour: SOFT, y: 481 });
  return picture.svg(`Certificate of ${name}: ${facts.roleTitle}, ${facts.levelTitle}, ${facts.overall} of 10`);
}
