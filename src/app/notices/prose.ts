import { type Block, type Text } from './notices.dto.js';

type Word = Text[number];

const LIST = new Intl.ListFormat('en');

/** Words with values in them, which may be links or texts of their own. */
export function prose(words: TemplateStringsArray, ...values: readonly (Word | Text | number)[]): Text {
  const pieces = words.flatMap((piece, at): Text => [piece, ...toText(values[at])]);
  return pieces.filter((piece) => piece !== '').reduce<Text>((all, piece) => {
    const last = all.at(-1);
    return typeof last === 'string' && typeof piece === 'string' ? [...all.slice(0, -1), last + piece] : [...all, piece];
  }, []);
}

const toText = (value: Word | Text | number | undefined): Text => {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  return [typeof value === 'number' ? String(value) : value];
};

/** `href`: a path of our own such as `/privacy`, or the address of another site. */
export const link = (text: string, href: string): Word => ({ text, href });

export const mailTo = (address: string): Word => link(address, `mailto:${address}`);

/** "a, b, and c". */
export const inOneBreath = (list: Iterable<string>): string => LIST.format(list);

export const paragraph = (text: Text): Block => ({ kind: 'paragraph', text, now: false });

export const heading = (text: string): Block => ({ kind: 'heading', text: [text], now: false });

export const list = (items: readonly Text[]): Block => ({ kind: 'list', items: [...items], now: false });

/** Each term with what is said of it, in lines. */
export const facts = (lines: readonly (readonly [term: string, ...says: Text[]])[]): Block =>
  ({ kind: 'facts', facts: lines.map(([term, ...says]) => ({ term, says })), names: false, now: false });

/** Like `facts`, with terms that are names as a browser or a log has them. */
export const named = (lines: readonly (readonly [name: string, says: string])[]): Block =>
  ({ kind: 'facts', facts: lines.map(([term, says]) => ({ term, says: [[says]] })), names: true, now: false });

/** Said of this server as it is set up at this moment. */
export const now = (text: Text): Block => ({ kind: 'paragraph', text, now: true });
