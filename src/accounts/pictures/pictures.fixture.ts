import { crc32, deflateSync } from 'node:zlib';

/** A picture of one colour, eight by eight, with this written beside it. */
export function pngWith(beside: string): Buffer {
  const header = Buffer.from([0, 0, 0, 8, 0, 0, 0, 8, 8, 2, 0, 0, 0]);
  const rows = Buffer.concat(Array.from({ length: 8 }, () => Buffer.from([0, ...Array.from({ length: 8 }, () => [15, 92, 92]).flat()])));
  const chunks: [string, Buffer][] = [['IHDR', header], ['tEXt', Buffer.from(`Comment\0${beside}`)], ['IDAT', deflateSync(rows)], ['eXIf', Buffer.from(beside)], ['IEND', Buffer.alloc(0)]];
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...chunks.map(([name, data]) => pngChunk(name, data)), Buffer.from(beside)]);
}

/** The bones of a JPEG with two scans, with this written beside it in every way there is. */
export function jpegWith(beside: string): Buffer {
  const remark = Buffer.from(beside);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]), jpegSegment(0xe0, Buffer.from('JFIF\0')), jpegSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), remark])), jpegSegment(0xed, remark), jpegSegment(0xfe, remark),
    jpegSegment(0xee, Buffer.from('Adobe')), jpegSegment(0xdb, Buffer.from('tables')), jpegSegment(0xc2, Buffer.from('frame')),
    jpegSegment(0xda, Buffer.from('scan')), SCAN, jpegSegment(0xda, Buffer.from('scan')), SCAN, Buffer.from([0xff, 0xd9]), remark,
  ]);
}

/** The bones of an extended WebP that says it has everything, with this written beside it. */
export function webpWith(beside: string): Buffer {
  const remark = Buffer.from(beside);
  const chunks = [webpChunk('VP8X', Buffer.from([0x3c, 0, 0, 0, 7, 0, 0, 7, 0, 0])), webpChunk('ICCP', remark), webpChunk('ALPH', Buffer.from('odd')), webpChunk('VP8 ', Buffer.from('frame')), webpChunk('EXIF', remark), webpChunk('XMP ', remark)];
  const body = Buffer.concat([Buffer.from('WEBP'), ...chunks]);
  return Buffer.concat([Buffer.from('RIFF'), size32(body.length), body, remark]);
}

/** With everything in it that is no end of a scan: 0xFF before a zero, a dividing mark, and a doubled one. */
const SCAN = Buffer.from([1, 0xff, 0, 2, 0xff, 0xd3, 0xff, 0xff, 0, 3]);

const pngChunk = (name: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(name), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
};

const jpegSegment = (marker: number, data: Buffer): Buffer => Buffer.concat([Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff]), data]);

const webpChunk = (name: string, data: Buffer): Buffer => Buffer.concat([Buffer.from(name), size32(data.length), data, Buffer.alloc(data.length % 2)]);

const size32 = (size: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(size);
  return bytes;
};
