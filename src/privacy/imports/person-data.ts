import { createHash } from 'node:crypto';
import { z } from 'zod';
import { copyChanged, copyOutdated, copyTooLarge, copyUnreadable } from './imports.errors.js';
import { ZipFile } from './zip-file.js';

const FORMAT_VERSION = 2;
const MANIFEST = 'manifest.json';
const MOST_MANIFEST_BYTES = 64 * 1024 ** 2;
/** Of everything that is read into memory: what people wrote, and what was made of it. */
const MOST_DATA_BYTES = 128 * 1024 ** 2;
const DATA = /^data\/([a-z-]{1,40})\/([A-Za-z]{1,60})\.json$/;

const anyManifest = z.object({ format: z.literal('viva-voce-export'), formatVersion: z.number().int() });
const manifestShape = z.object({
  place: z.object({ address: z.url({ protocol: /^https?$/ }).max(200) }),
  account: z.uuid(),
  files: z.array(z.object({ path: z.string().max(300), bytes: z.number().int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) })).max(100_000),
});
type Manifest = z.infer<typeof manifestShape>;

/** What the copy of somebody's data holds, after every byte of it was held against its manifest. */
export interface PersonData {
  /** The place that made it, as people are told: the host of its address. */
  readonly from: string;
  readonly account: string;
  /** Values by module and category. */
  readonly data: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  /** How many files of theirs lie in it: recordings, papers, a resume. */
  readonly files: number;
}

/** AppErrors `privacy.copy_unreadable`, `privacy.copy_outdated`, `privacy.copy_changed`, `privacy.copy_too_large`. Writes nothing anywhere. */
export async function readPersonData(path: string): Promise<PersonData> {
  const zip = await ZipFile.open(path);
  try {
    const manifest = readManifest(await whole(zip, MANIFEST, MOST_MANIFEST_BYTES));
    refuseStrangers(zip, manifest);
    return { from: new URL(manifest.place.address).host, account: manifest.account, data: await readData(zip, manifest), files: manifest.files.filter((file) => file.path.startsWith('files/')).length };
  } finally {
    zip.close();
  }
}

function readManifest(bytes: Buffer): Manifest {
  const value = parsed(bytes);
  const known = anyManifest.safeParse(value);
  if (!known.success) throw copyUnreadable();
  if (known.data.formatVersion !== FORMAT_VERSION) throw copyOutdated();
  const manifest = manifestShape.safeParse(value);
  if (!manifest.success) throw copyUnreadable();
  return manifest.data;
}

/** What is there is what was put there. */
function refuseStrangers(zip: ZipFile, { files }: Manifest): void {
  const named = new Set(files.map(({ path }) => path));
  const strange = zip.names.find((name) => name !== MANIFEST && !named.has(name)) ?? files.find(({ path, bytes }) => zip.sizeOf(path) !== bytes)?.path;
  if (strange !== undefined || named.size !== files.length) throw copyChanged(strange ?? MANIFEST);
}

/** Reads and checks all of it; only what is data stays in memory. */
async function readData(zip: ZipFile, { files }: Manifest): Promise<PersonData['data']> {
  const data = new Map<string, Record<string, unknown>>();
  let kept = 0;
  for (const { path, bytes, sha256 } of files) {
    const [, module, category] = DATA.exec(path) ?? [];
    if (module !== undefined) kept += bytes;
    if (kept > MOST_DATA_BYTES) throw copyTooLarge();
    const { hash, content } = await read(zip, path, module !== undefined);
    if (hash !== sha256) throw copyChanged(path);
    if (module !== undefined && category !== undefined) data.set(module, { ...data.get(module), [category]: parsed(content) });
  }
  return data;
}

async function read(zip: ZipFile, path: string, keeps: boolean): Promise<{ hash: string; content: Buffer }> {
  const hash = createHash('sha256');
  const pieces: Buffer[] = [];
  try {
    for await (const piece of zip.bytes(path)) {
      hash.update(piece);
      if (keeps) pieces.push(piece);
    }
  } catch {
    // What cannot be unpacked, or not to the size that was written down.
    throw copyChanged(path);
  }
  return { hash: hash.digest('hex'), content: Buffer.concat(pieces) };
}

async function whole(zip: ZipFile, path: string, most: number): Promise<Buffer> {
  const bytes = zip.sizeOf(path);
  if (bytes === null) throw copyUnreadable();
  if (bytes > most) throw copyTooLarge();
  return (await read(zip, path, true)).content;
}

/** As JSON, with nothing in it that a database does not take as text. */
function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'), (_, value: unknown) => {
      if (typeof value !== 'string') return value;
      if (value.includes('\0')) throw copyUnreadable();
      return value.toWellFormed();
    }) as unknown;
  } catch {
    throw copyUnreadable();
  }
}
