import { Journal } from '../platform/journal/index.js';
import { quietly } from './quietly.js';

// Started by a restore, it ends with it.
process.on('disconnect', () => process.exit(1));
process.channel?.unref();

/** Deletes and ends again what the journal knows of, and prints what that was. */
await quietly(async (app) => {
  const { kinds, unreadable, newest, toKnow } = await app.get(Journal).replay({ without: process.argv.includes('--without-journal') });
  process.stdout.write('Everybody is signed out. What was deleted and taken back is so again:\n');
  if (kinds.size === 0) process.stdout.write('  nothing: the journal is empty\n');
  for (const [kind, { found, done }] of [...kinds].sort()) process.stdout.write(`  ${kind}: ${found} in the journal, ${done} had come back\n`);
  for (const says of toKnow) process.stdout.write(`${says}\n`);
  if (newest !== null) process.stdout.write(`The newest line of the journal is of ${newest.slice(0, 19).replace('T', ' at ')} (UTC). What was deleted after that, if anything was, has come back.\n`);
  if (unreadable > 0) process.stdout.write(`${unreadable} lines of the journal cannot be read. One that a power cut tore apart stands whole below it; of more than a few look at the journal before you start.\n`);
});
