import { resolve } from 'node:path';
import { AppError } from '../../kernel/index.js';
import { projectRoot, type Settings } from '../config/index.js';
import { DiskVault } from './disk-vault.js';
import { SealedVault } from './sealed-vault.js';
import { type Vault } from './vault.js';

/** Where bytes lie, as the settings say: a bucket, or a folder, encrypted by us when there is a key. */
export class Vaults {
  private constructor(
    private readonly plain: Vault,
    private readonly sealed: Vault | null,
  ) {}

  static async of(settings: Settings): Promise<Vaults> {
    const bucket = await bucketIn(settings);
    if (bucket) return new Vaults(bucket, null);
    const disk = new DiskVault(resolve(projectRoot, settings.STORAGE_DIR));
    const key = settings.STORAGE_KEY;
    return new Vaults(disk, key === undefined ? null : new SealedVault(disk, Buffer.from(key, 'hex')));
  }

  /** True when what is written from now on is encrypted by us. */
  get seals(): boolean {
    return this.sealed !== null;
  }

  /** Where new objects go; deleting and listing are the same for all. */
  get writing(): Vault {
    return this.sealed ?? this.plain;
  }

  /** Where an object is read that was, or was not, encrypted by us when it was written. */
  reading(sealed: boolean): Vault {
    const vault = sealed ? this.sealed : this.plain;
    if (vault) return vault;
    throw new AppError('storage.key_missing', 503, 'This file cannot be opened just now. It is kept; the operator must set its key again.');
  }
}

/** What is only needed for a bucket takes a fifth of a second to load, and is left out without one. */
async function bucketIn(settings: Settings): Promise<Vault | null> {
  if (settings.S3_BUCKET === undefined) return null;
  const [{ bucketOf }, { S3Vault }] = [await import('./s3-bucket.js'), await import('./s3-vault.js')];
  const bucket = bucketOf(settings);
  return bucket && new S3Vault(bucket);
}
