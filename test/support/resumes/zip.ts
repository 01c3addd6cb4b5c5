import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive, and where the archive is to say something else than the truth about it. */
export interface ZipPart {
  readonly name: string;
  readonly content: string | Buffer;
  /** What the archive says the content unpacks to. */
  readonly saysBytes?: number;
  readonly encrypted?: boolean;
  /** Packed already: by `deflateRaw`. */
  readonly packed?: Buffer;
  /** Points at the bytes of the first file instead of its own. */
  readonly sharesFirst?: boolean;
}

/** A ZIP archive of these files. */
export function zip(parts: readonly ZipPart[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const packed = part.packed ?? deflateRawSync(content);
    const name = Buffer.from(part.name);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(part.encrypted ? 1 : 0, 2);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(part.saysBytes ?? content.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(part.sharesFirst ? 0 : at, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, rest, name);
    if (part.sharesFirst) continue;
    const body = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, name, packed]);
    bodies.push(body);
    at += body.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, list, end]);
}
