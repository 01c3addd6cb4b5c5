import { readdirSync, readFileSync } from 'node:fs';
import { type MediaPart } from '../../../src/platform/media/index.js';

/** Files as the workshop takes them, in pieces as they come from storage. */
export function asParts(files: readonly Uint8Array[], pieceBytes = 65_536): MediaPart[] {
  return files.map(async function* (file) {
    for (let at = 0; at < file.length; at += pieceBytes) yield file.subarray(at, at + pieceBytes);
  });
}

/** All that was written anew; copied, because each piece of it is over when the next one is asked for. */
export async function gathered(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of body) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

/** Processes this one started that run a script, by its name. */
export function childrenOf(script: string): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').filter((entry) => /^\d+$/.test(entry) && about(entry, 'status').includes(`PPid:\t${process.pid}\n`) && about(entry, 'cmdline').includes(script));
}

/** A file of `/proc/<id>`; nothing once that process has gone. */
export function about(id: string, file: string): string {
  try {
    return readFileSync(`/proc/${id}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
