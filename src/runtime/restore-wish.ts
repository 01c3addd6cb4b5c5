import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from '../platform/config/index.js';
import { type Manifest } from './backup-manifest.js';
import { type Installation } from './installation.js';
import { postgresBinaries } from './postgres-binaries.js';

/** What was asked for. */
export interface RestoreWish {
  /** What is there may be replaced. */
  readonly over: boolean;
  /** There is no journal, and people who were deleted since may come back. */
  readonly withoutJournal: boolean;
}

/** Throws with a sentence where a backup cannot be put into a place, before anything is changed. */
export function mustFit(place: Installation, manifest: Manifest, { over, withoutJournal }: RestoreWish): void {
  const { data, journal, isThere, restoring } = place;
  if (isThere && !over && !existsSync(restoring)) throw new Error(`${data} holds an installation already. With --over it is replaced, for good.`);
  mustBelong(place, manifest);
  mustBeReadable(manifest);
  mustBeReplaceable(place);
  if (journal !== null && !existsSync(journal) && !withoutJournal) {
    throw new Error(`There is no journal in ${journal}, so whoever was deleted since the backup would come back. Put it there or set JOURNAL_DIR; if it is lost, say --without-journal, and read docs/backup.md first.`);
  }
}

function mustBelong({ policy, policyName, objects }: Installation, { madeAt, until, hasObjects, policy: { name } }: Manifest): void {
  if (name !== policyName) throw new Error(`The backup was made under the policy ${name}, and this place follows ${policyName}. Set POLICY.`);
  // The shorter of what held then and what holds now: the journal was let go of by the one and is by the other.
  if (new Date(until) <= new Date() || policy.endOf('backups', new Date(madeAt)) <= new Date()) {
    throw new Error(`The backup is older than the ${policy.keeps('backups')} that the policy keeps backups for, or kept them for when it was made. The journal goes back no further, so it would bring back people who were deleted.`);
  }
  if (hasObjects && objects === null) throw new Error('The backup holds the files that people stored, and S3_BUCKET is set. Restore it without S3_BUCKET, as it was made.');
  if (!hasObjects && objects !== null) throw new Error('The backup was made with files in a bucket, and S3_BUCKET is not set. Set it as it was.');
}

function mustBeReadable({ product, postgres, migration }: Manifest): void {
  const ours = /\d+/.exec(spawnSync(postgresBinaries().postgres, ['--version'], { encoding: 'utf8' }).stdout)?.[0];
  if (ours !== postgres) throw new Error(`The backup is of PostgreSQL ${postgres}, and this version of Viva Voce brings ${ours ?? 'none'}. Restore it with the version it was made with.`);
  if (!existsSync(join(projectRoot, 'migrations', migration))) throw new Error(`The backup was made by a later version of Viva Voce (${product}), whose tables this one does not know. Restore it with that version.`);
}

function mustBeReplaceable({ secrets, postgres, objects }: Installation): void {
  const me = process.getuid?.();
  if (me !== undefined && existsSync(secrets) && statSync(secrets).uid !== me) throw new Error(`${secrets} belongs to another user. Run this as the user that runs npm start, who could not read what is put there otherwise.`);
  for (const folder of [postgres, ...(objects === null ? [] : [objects])]) {
    // It is replaced as a whole, which a disk of its own does not let us do.
    if (existsSync(folder) && statSync(folder).dev !== statSync(dirname(folder)).dev) throw new Error(`${folder} is a disk of its own. Put that disk one folder higher: its contents are replaced as a whole.`);
  }
}
