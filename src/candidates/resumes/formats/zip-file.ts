import { inflateRawSync } from 'node:zlib';
import { type ReadingLimits, Refusal } from '../reading.js';

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly at: number;
}

const END_OF_DIRECTORY = Buffer.from('PK\x05\x06', 'latin1');
const IN_DIRECTORY = 0x02014b50;
const BEFORE_FILE = 0x04034b50;
const LONGEST_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;

/**
 * A ZIP archive in memory. It is judged by its directory before a byte is unpacked, and each file must unpack to exactly what
 * the directory says; so whatever the archive does, no more comes out of it than the limits allow.
 */
export class ZipFile {
  private readonly entries = new Map<string, Entry>();
  private readonly bytes: Buffer;

  /** Refuses archives that are damaged, encrypted, too large inside, or whose names or places are not what an honest program writes. */
  constructor(bytes: Buffer, limits: Pick<ReadingLimits, 'unpackedBytes' | 'entries'>) {
    this.bytes = bytes;
    try {
      this.readDirectory(limits);
    } catch (error) {
      // A number that points outside of the file.
      throw error instanceof RangeError ? new Refusal('unreadable') : error;
    }
  }

  get names(): readonly string[] {
    return [...this.entries.keys()];
  }

  /** The content of one file; null when there is none of that name. */
  read(name: string): Buffer | null {
    const entry = this.entries.get(name);
    if (!entry) return null;
    const packed = this.bytes.subarray(this.dataAt(entry), this.dataAt(entry) + entry.packedBytes);
    const content = entry.method === STORED ? packed : inflated(packed, entry.bytes);
    if (content.length !== entry.bytes) throw new Refusal('unreadable');
    return content;
  }

  private readDirectory(limits: Pick<ReadingLimits, 'unpackedBytes' | 'entries'>): void {
    const { bytes } = this;
    const end = bytes.lastIndexOf(END_OF_DIRECTORY);
    if (end < 0 || end < bytes.length - LONGEST_COMMENT - 22) throw new Refusal('unreadable');
    const count = bytes.readUInt16LE(end + 10);
    if (count > limits.entries) throw new Refusal('too_much_inside');
    let at = bytes.readUInt32LE(end + 16);
    for (let index = 0; index < count; index += 1) at = this.readEntry(at);
    const unpacked = [...this.entries.values()].reduce((sum, entry) => sum + entry.bytes, 0);
    if (unpacked > limits.unpackedBytes) throw new Refusal('too_much_inside');
    this.refuseOverlaps();
  }

  /** Returns where the next entry of the directory begins. */
  private readEntry(at: number): number {
    const { bytes } = this;
    if (bytes.readUInt32LE(at) !== IN_DIRECTORY) throw new Refusal('unreadable');
    if ((bytes.readUInt16LE(at + 8) & 1) === 1) throw new Refusal('encrypted');
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    const name = bytes.subarray(at + 46, nameEnd).toString('utf8');
    const method = bytes.readUInt16LE(at + 10);
    if (!isHonest(name) || this.entries.has(name) || (method !== STORED && method !== DEFLATED)) throw new Refusal('unreadable');
    this.entries.set(name, { name, method, packedBytes: bytes.readUInt32LE(at + 20), bytes: bytes.readUInt32LE(at + 24), at: bytes.readUInt32LE(at + 42) });
    return nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }

  /** Bombs of a few kilobytes let many entries share the same packed bytes. */
  private refuseOverlaps(): void {
    let free = 0;
    for (const entry of [...this.entries.values()].sort((a, b) => a.at - b.at)) {
      if (entry.at < free || this.bytes.readUInt32LE(entry.at) !== BEFORE_FILE) throw new Refusal('unreadable');
      free = this.dataAt(entry) + entry.packedBytes;
      if (free > this.bytes.length) throw new Refusal('unreadable');
    }
  }

  private dataAt({ at }: Entry): number {
    return at + 30 + this.bytes.readUInt16LE(at + 26) + this.bytes.readUInt16LE(at + 28);
  }
}

/** Names are never used as paths; one that tries to lead somewhere was written by nobody with a resume. */
function isHonest(name: string): boolean {
  return name !== '' && !/^[/\\]|^[a-z]:|\\|\0/i.test(name) && !name.split('/').includes('..');
}

function inflated(packed: Buffer, bytes: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, bytes) });
  } catch {
    throw new Refusal('unreadable');
  }
}
