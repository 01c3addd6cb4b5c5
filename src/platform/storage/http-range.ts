import { type OpenedObject } from './stored-object.js';
import { type ByteRange } from './vault.js';

/** What a Range header asks for: everything, one part, or a part that does not exist (answered with 416). */
export type RangeWish = { readonly kind: 'whole' } | { readonly kind: 'part'; readonly range: ByteRange } | { readonly kind: 'unsatisfiable' };

const SINGLE = /^bytes=(\d*)-(\d*)$/;

/** Reads a Range header (RFC 9110, section 14.2). Units, lists and forms we do not serve count as not asked. */
export function parseRange(header: string | undefined, bytes: number): RangeWish {
  const [, from = '', to = ''] = SINGLE.exec(header?.replaceAll(' ', '') ?? '') ?? [];
  if (from === '' && to === '') return { kind: 'whole' };
  // `-500` means the last 500 bytes.
  const start = from === '' ? Math.max(0, bytes - Number(to)) : Number(from);
  const end = from === '' || to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1);
  if (from !== '' && to !== '' && Number(to) < start) return { kind: 'whole' };
  return start > end ? { kind: 'unsatisfiable' } : { kind: 'part', range: { start, end } };
}

/** Status and headers for sending an opened object through our own origin. */
export function mediaHeaders({ bytes, contentType, range }: OpenedObject): { status: 200 | 206; headers: Record<string, string> } {
  const shared = { 'content-type': contentType, 'accept-ranges': 'bytes', 'cache-control': 'private, no-store' };
  if (!range) return { status: 200, headers: { ...shared, 'content-length': String(bytes) } };
  return {
    status: 206,
    headers: {
      ...shared,
      'content-length': String(range.end - range.start + 1),
      'content-range': `bytes ${range.start}-${range.end}/${bytes}`,
    },
  };
}
