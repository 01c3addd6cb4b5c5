import { hashToken } from '../../../kernel/index.js';
import { type GatewayEvent, type Refs } from '../../gateways/gateway.js';

/** What ids of gateways are made of: no address, no space, no sentence. */
const NAME = /^[A-Za-z0-9_.:=+/-]{1,255}$/;
/** A card, in whatever groups it is written (ISO/IEC 7812: up to 19 digits, the last of which checks the others). */
const CARD = /^(?:\d[-.]?){12,18}\d$/;
const CODE = /^[A-Za-z]{3}$/;

/** An event without anything that is no name of a thing: of what a gateway says, no person and no card gets any further. */
export function told(event: GatewayEvent): GatewayEvent {
  const { eventId, type, refs, currency } = event;
  return { ...event, eventId: isName(eventId) ? eventId : hashToken(eventId), type: isName(type) ? type : 'unknown', refs: namesIn(refs), currency: currency !== null && CODE.test(currency) ? currency.toUpperCase() : null };
}

function namesIn(refs: Refs): Refs {
  return Object.fromEntries(Object.entries(refs).filter(([, name]) => typeof name === 'string' && isName(name)));
}

const isName = (text: string): boolean => NAME.test(text) && !(CARD.test(text) && checks(text));

/** The sum of Luhn. */
function checks(text: string): boolean {
  const digits = [...text.replaceAll(/\D/g, '')].reverse().map(Number);
  return digits.reduce((sum, digit, place) => sum + (place % 2 === 1 ? Math.floor((digit * 2) / 10) + ((digit * 2) % 10) : digit), 0) % 10 === 0;
}
