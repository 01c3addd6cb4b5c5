import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const FOLDERS = ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];

function popplerOnThisMachine(): string | null {
  const found = FOLDERS.find((folder) => existsSync(join(folder, 'pdftoppm')));
  if (found !== undefined) return found;
  if (process.env.REQUIRE_ALL) throw new Error('There is no Poppler: apt-get install poppler-utils');
  process.stdout.write('Left out: how certificates come out as PDF (apt-get install poppler-utils)\n');
  return null;
}

const folder = popplerOnThisMachine();

/** Describes what another program reads in our PDFs; left out, and counted as skipped, on a machine without Poppler. */
export function withPoppler(what: string, does: () => void): void {
  // Asked for at each call: what another spec of the same worker was given would lose the name.
  (folder === null ? describe.skip : describe)(what, does);
}

/** What a tool of Poppler says of the PDF, which it finds as `paper.pdf`; with `made`, the bytes of the file of that name it made. */
export async function askPoppler(pdf: Buffer, tool: string, parameters: readonly string[], made?: string): Promise<Buffer> {
  const place = await mkdtemp(join(tmpdir(), 'viva-poppler-'));
  try {
    await writeFile(join(place, 'paper.pdf'), pdf);
    const { stdout } = await run(join(folder ?? '', tool), parameters, { cwd: place, encoding: 'buffer', maxBuffer: 64 * 2 ** 20 });
    return made === undefined ? stdout : await readFile(join(place, made));
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
