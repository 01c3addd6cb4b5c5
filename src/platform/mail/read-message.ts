import { isId } from '../../kernel/index.js';

/** What the built-in inbox shows of a mail. `mailId` is the id in our outbox, when it is one of ours. */
export interface ReadMessage {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly mailId: string | null;
}

/** Reads a MIME message as we send it: UTF-8, base64, a text and an HTML part. Other mails never come here. */
export function readMessage(raw: Buffer): ReadMessage {
  const { headers, body } = entity(raw.toString('latin1'));
  const boundary = /boundary="?([^";]+)"?/i.exec(headers.get('content-type') ?? '')?.[1];
  const parts = boundary === undefined ? [{ headers, body }] : body.split(`--${boundary}`).slice(1, -1).map((part) => entity(part.trimStart()));
  const contentOf = (type: string): string => {
    const part = parts.find(({ headers: own }) => (own.get('content-type') ?? 'text/plain').toLowerCase().startsWith(type));
    return part ? decoded(part) : '';
  };
  const local = /^<([^@>]+)@/.exec(headers.get('message-id') ?? '')?.[1] ?? '';
  return {
    subject: words(headers.get('subject') ?? ''),
    text: contentOf('text/plain'),
    html: contentOf('text/html'),
    mailId: isId(local) ? local : null,
  };
}

interface Entity {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

function entity(raw: string): Entity {
  const end = raw.indexOf('\r\n\r\n');
  const head = (end === -1 ? raw : raw.slice(0, end)).replace(/\r\n[ \t]+/g, ' ');
  const headers = head.split('\r\n').map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  return { headers: new Map(headers), body: end === -1 ? '' : raw.slice(end + 4) };
}

function decoded({ headers, body }: Entity): string {
  const isBase64 = headers.get('content-transfer-encoding')?.toLowerCase() === 'base64';
  return Buffer.from(body, isBase64 ? 'base64' : 'latin1').toString('utf8').replaceAll('\r\n', '\n').trimEnd();
}

/** Decodes the encoded words of a header (RFC 2047); white space between two of them belongs to neither. */
function words(header: string): string {
  return header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, encoding: string, content: string) => {
      if (encoding.toLowerCase() === 'b') return Buffer.from(content, 'base64').toString('utf8');
      const bytes = content.replaceAll('_', ' ').replace(/=([0-9a-f]{2})/gi, (__, hex: string) => String.fromCharCode(parseInt(hex, 16)));
      return Buffer.from(bytes, 'latin1').toString('utf8');
    });
}
