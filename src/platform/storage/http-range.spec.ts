import { Readable } from 'node:stream';
import fc from 'fast-check';
import { mediaHeaders, parseRange } from './http-range.js';

describe('a Range header', () => {
  it.each([
    ['bytes=0-99', { start: 0, end: 99 }],
    ['bytes=900-', { start: 900, end: 999 }],
    ['bytes=900-5000', { start: 900, end: 999 }],
    ['bytes=-100', { start: 900, end: 999 }],
    ['bytes=-5000', { start: 0, end: 999 }],
    ['bytes= 5 - 5', { start: 5, end: 5 }],
  ])('%s asks for a part of 1,000 bytes', (header, range) => {
    expect(parseRange(header, 1000)).toEqual({ kind: 'part', range });
  });

  it.each([undefined, '', 'bytes=-', 'bytes=9-5', 'bytes=0-1,5-6', 'lines=0-1', 'bytes=a-b', 'bytes=-1-5'])('%j asks for everything', (header) => {
    expect(parseRange(header, 1000)).toEqual({ kind: 'whole' });
  });

  it.each([['bytes=1000-', 1000], ['bytes=1000-1001', 1000], ['bytes=-0', 1000], ['bytes=0-', 0]])('%s of %d bytes asks for what is not there', (header, bytes) => {
    expect(parseRange(header, bytes)).toEqual({ kind: 'unsatisfiable' });
  });

  it('never leads out of the file', () => {
    fc.assert(fc.property(fc.stringMatching(/^bytes=\d{0,6}-\d{0,6}$/), fc.integer({ min: 0, max: 100_000 }), (header, bytes) => {
      const wish = parseRange(header, bytes);
      return wish.kind !== 'part' || (wish.range.start >= 0 && wish.range.start <= wish.range.end && wish.range.end < bytes);
    }));
  });
});

it('a part is sent with its length and its place', () => {
  const opened = { stream: Readable.from([]), bytes: 1000, contentType: 'video/webm', range: { start: 900, end: 999 } };
  expect(mediaHeaders(opened)).toMatchObject({ status: 206, headers: { 'content-length': '100', 'content-range': 'bytes 900-999/1000' } });
  expect(mediaHeaders({ ...opened, range: null })).toMatchObject({ status: 200, headers: { 'content-length': '1000' } });
});
