/** An EBML element; `size` may lie, and null leaves it open. */
export function element(id: string, content: Buffer | readonly Buffer[], size?: number | bigint | null): Buffer {
  const inside = Buffer.isBuffer(content) ? content : Buffer.concat(content);
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE(BigInt(size ?? inside.length));
  length[0] = 0x01;
  return Buffer.concat([Buffer.from(id, 'hex'), size === null ? Buffer.from('01ffffffffffffff', 'hex') : length, inside]);
}

export const unsigned = (value: number | bigint): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
};

const float = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes;
};

export interface RawBlock {
  readonly track: 1 | 2;
  readonly at: number;
  readonly isKey: boolean;
  readonly data: Buffer;
}

export interface RawWebm {
  readonly docType?: string;
  readonly duration?: number;
  /** Nanoseconds of one tick. */
  readonly scale?: number | bigint;
  readonly videoCodec?: string;
  readonly audioCodec?: string;
  readonly width?: number;
  readonly clusters: readonly { readonly at: number | bigint; readonly blocks: readonly RawBlock[]; readonly size?: bigint }[];
  readonly segmentSize?: bigint;
  readonly title?: string;
}

/** A WebM file element by element, so that every one of them can be wrong; pictures on track 1, sound on track 2. */
export function rawWebm(file: RawWebm): Buffer {
  const { docType = 'webm', scale = 1_000_000, videoCodec = 'V_VP8', audioCodec = 'A_OPUS', width = 320 } = file;
  const opusHead = Buffer.from('4f707573486561640101000080bb0000000000', 'hex');
  const info = element('1549a966', [element('2ad7b1', unsigned(scale)), ...(file.duration === undefined ? [] : [element('4489', float(file.duration))])]);
  const tracks = element('1654ae6b', [
    element('ae', [number('d7', 1), number('73c5', 1), number('83', 1), element('86', Buffer.from(videoCodec)), element('e0', [number('b0', width), number('ba', 240)])]),
    element('ae', [number('d7', 2), number('73c5', 2), number('83', 2), element('86', Buffer.from(audioCodec)), element('63a2', opusHead), element('e1', [element('b5', float(48_000)), number('9f', 1)])]),
  ]);
  const clusters = file.clusters.map(({ at, blocks, size }) => element('1f43b675', [element('e7', unsigned(at)), ...blocks.map(simpleBlock)], size));
  return Buffer.concat([ebmlHeader(docType), element('18538067', [...(file.title === undefined ? [] : [tagged(file.title)]), info, tracks, ...clusters], file.segmentSize ?? null)]);
}

export function ebmlHeader(docType = 'webm'): Buffer {
  return element('1a45dfa3', [number('4286', 1), number('42f7', 1), number('42f2', 4), number('42f3', 8), element('4282', Buffer.from(docType)), number('4287', 4), number('4285', 2)]);
}

function tagged(title: string): Buffer {
  return element('1254c367', [element('7373', [element('63c0', []), element('67c8', [element('45a3', Buffer.from('TITLE')), element('4487', Buffer.from(title))])])]);
}

function number(id: string, value: number): Buffer {
  return element(id, unsigned(value));
}

function simpleBlock({ track, at, isKey, data }: RawBlock): Buffer {
  const head = Buffer.alloc(4);
  head[0] = 0x80 | track;
  head.writeInt16BE(at, 1);
  head[3] = isKey ? 0x80 : 0;
  return element('a3', [head, data]);
}
