import { Refusal } from '../reading.js';

/** What a walk through XML meets. `attributes` is what stands behind the name, to be asked with `attribute`. */
export type XmlEvent =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: string }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

const TAG = /<(\/?)([\w:.-]{1,100})((?:\s+[\w:.-]{1,100}\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const ASIDE = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>/y;
const CDATA = /<!\[CDATA\[([\s\S]*?)\]\]>/y;
const DEEPEST = 200;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Walks through XML from start to end. Nothing is ever fetched or defined by it: a document type is refused, with all its entities. */
export function* xmlEvents(xml: string): Generator<XmlEvent> {
  let depth = 0;
  for (let at = 0; at < xml.length; ) {
    const tag = xml.indexOf('<', at);
    const text = xml.slice(at, tag < 0 ? xml.length : tag);
    if (text !== '') yield { kind: 'text', text: unescaped(text) };
    if (tag < 0) return;
    const aside = matchAt(ASIDE, xml, tag);
    const cdata = aside ? null : matchAt(CDATA, xml, tag);
    const found = aside ?? cdata ?? matchAt(TAG, xml, tag);
    if (!found) throw new Refusal('unreadable');
    at = tag + found[0].length;
    if (cdata) yield { kind: 'text', text: cdata[1] ?? '' };
    if (aside || cdata) continue;
    const [, closes, name = '', attributes = '', empty] = found;
    depth += closes === '/' ? -1 : 1;
    if (depth > DEEPEST) throw new Refusal('unreadable');
    if (closes !== '/') yield { kind: 'open', name, attributes };
    if (closes === '/' || empty === '/') yield { kind: 'close', name };
    if (empty === '/') depth -= 1;
  }
}

/** The value of an attribute; undefined when it is not there. */
export function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found ? unescaped(found[1] ?? found[2] ?? '') : undefined;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function unescaped(text: string): string {
  return text.includes('&') ? text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : '';
  }) : text;
}
