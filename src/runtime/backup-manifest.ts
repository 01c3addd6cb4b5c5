import { createHash } from 'node:crypto';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';

const MANIFEST = 'manifest.json';

/** A path within the backup, that leads nowhere else. */
const inside = z.string().regex(/^(data|policies)(\/[^/\\]+)*$/).refine((path) => !path.split('/').some((part) => part === '..' || part === '.'));

const manifestSchema = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  /** When the policy of that day lets go of the journal that belongs to it. */
  until: z.iso.datetime(),
  /** Versions of the product, and of PostgreSQL, whose files are read by no other. */
  product: z.string(),
  postgres: z.string(),
  /** The newest change of tables that it may hold. */
  migration: z.string(),
  policy: z.object({ name: z.string(), version: z.string() }),
  hasObjects: z.boolean(),
  folders: z.array(inside),
  files: z.array(z.object({ path: inside, bytes: z.number().int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
});

/** What a backup says of itself. */
export type Manifest = Readonly<z.infer<typeof manifestSchema>>;
export type BackedUpFile = Manifest['files'][number];

/** The last file of a backup: a folder without it is none. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const file = await open(join(folder, MANIFEST), 'wx', 0o600);
  await file.writeFile(`${JSON.stringify(manifest, null, 1)}\n`);
  await file.sync();
  await file.close();
}

/** Reads it; throws with a sentence where there is none. */
export async function readManifest(folder: string): Promise<Manifest> {
  if (!existsSync(join(folder, MANIFEST))) throw new Error(`There is no backup in ${folder}: it has no ${MANIFEST}.`);
  try {
    return manifestSchema.parse(JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')));
  } catch (cause) {
    throw new Error(`The backup in ${folder} cannot be used: its ${MANIFEST} is damaged, or of a later version.`, { cause });
  }
}

/** Throws unless every file is there as it was. */
export async function verify(folder: string, { files }: Manifest): Promise<void> {
  for (const { path, bytes, sha256 } of files) {
    const file = join(folder, path);
    if (!existsSync(file)) throw new Error(`The backup in ${folder} is not whole: ${path} is missing. Nothing was changed.`);
    if (statSync(file).size !== bytes || (await hashOf(file)) !== sha256) throw new Error(`The backup in ${folder} is damaged: ${path} is not what was backed up. Nothing was changed.`);
  }
}

export async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
