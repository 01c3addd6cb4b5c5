import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { projectRoot } from '../platform/config/index.js';
import { type Manifest, writeManifest } from './backup-manifest.js';
import { type CopiedTree, copyInto } from './copied-tree.js';
import { endOrphan } from './embedded-postgres.js';
import { type Installation } from './installation.js';

/** Copies an installation that stands still: database, files, secrets and policy, with a list of what they were. */
export class BackUp {
  constructor(
    private readonly installation: Installation,
    private readonly say: (line: string) => void,
  ) {}

  async to(folder: string): Promise<void> {
    this.mustBePossible(folder);
    const lock = this.installation.take();
    const unfinished = `${folder}.unfinished`;
    try {
      // One that outlived a killed start still writes.
      await endOrphan(this.installation.postgres);
      rmSync(unfinished, { recursive: true, force: true });
      mkdirSync(unfinished, { recursive: true, mode: 0o700 });
      const manifest = await this.copy(unfinished);
      renameSync(unfinished, folder);
      this.tell(folder, manifest);
    } finally {
      lock.release();
    }
  }

  private mustBePossible(folder: string): void {
    const { data, given, isWhole, restoring } = this.installation;
    if (given.DATABASE_URL) throw new Error('The database of DATABASE_URL is backed up with its own means: docs/backup.md says how. This copies the one that `npm start` runs.');
    if (!isWhole) throw new Error(`There is nothing to back up in ${data}.`);
    if (existsSync(restoring)) throw new Error(`A restore on ${data} has not ended. Run it again first.`);
    if (isWithin(folder, data) || isWithin(data, folder)) throw new Error(`${folder} and ${data} lie in each other. Put the backup elsewhere, best on another disk.`);
    if (existsSync(folder) && readdirSync(folder).length > 0) throw new Error(`${folder} is not empty. Each backup needs a folder of its own.`);
  }

  private async copy(to: string): Promise<Manifest> {
    const { postgres, objects, secrets, policies, policyName, policy } = this.installation;
    const trees: CopiedTree[] = [
      await copyInto(to, secrets, 'data/secrets.json'),
      await copyInto(to, postgres, 'data/postgres'),
      ...(objects === null ? [] : [await copyInto(to, objects, 'data/objects')]),
      // All of them: one may stand upon another.
      await copyInto(to, policies, 'policies'),
    ];
    const madeAt = new Date();
    const manifest: Manifest = {
      format: 1, madeAt: madeAt.toISOString(), until: policy.endOf('backups', madeAt).toISOString(), product: productVersion(), postgres: readFileSync(join(postgres, 'PG_VERSION'), 'utf8').trim(), migration: readdirSync(join(projectRoot, 'migrations')).sort().at(-1) ?? '',
      policy: { name: policyName, version: policy.values.version }, hasObjects: objects !== null,
      folders: trees.flatMap(({ folders }) => folders), files: trees.flatMap(({ files }) => files),
    };
    await writeManifest(to, manifest);
    return manifest;
  }

  private tell(folder: string, { files, until, hasObjects }: Manifest): void {
    const { policy, journal, given } = this.installation;
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    this.say(`Backed up ${files.length} files, ${Math.ceil(bytes / 1_000_000)} MB, to ${folder}.`);
    this.say('It is not encrypted, and holds the keys of this place: keep it where only you can read it.');
    if (!hasObjects) this.say('The files that people stored lie in the bucket of S3_BUCKET and are not in it: docs/backup.md says what to do.');
    for (const name of ['SECRET', 'STORAGE_KEY']) if (given[name]) this.say(`${name} is set by yourself and is not in it: keep it as well, since without it the backup is worth little.`);
    this.say(`Delete it by ${until.slice(0, 10)}: the policy keeps backups for ${policy.keeps('backups')}, and older ones cannot be restored.`);
    this.say(`What is deleted from now on stands in the journal in ${journal ?? 'the bucket'}, which is not in it either: keep a copy of the journal on another disk.`);
  }
}

/** The version that package.json says. */
function productVersion(): string {
  return (JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string }).version;
}

function isWithin(inner: string, outer: string): boolean {
  const way = relative(outer, inner);
  return !isAbsolute(way) && way.split(sep)[0] !== '..';
}
