import { environment } from '../platform/config/index.js';
import { folderOf, wordsOf } from './backup-arguments.js';
import { Installation } from './installation.js';
import { replayJournal } from './programs.js';
import { Restoration } from './restoration.js';
import { dataDirectoryOf } from './start-arguments.js';

const USAGE = 'Run: npm run restore -- --from FOLDER [--data DIR] [--over], or, for a database of your own that was restored: npm run restore -- --replay';

/** `npm run restore -- --from FOLDER`: puts a backup in place and deletes again what was deleted since. `--replay` does the latter alone. */
async function restore(words: readonly string[]): Promise<void> {
  const { folders: { from, data }, switches } = wordsOf(words, ['from', 'data'], ['over', 'without-journal', 'replay'], USAGE);
  const given = environment();
  if (switches.has('replay')) {
    if (!given.DATABASE_URL) throw new Error(`--replay is for the database of DATABASE_URL, which is not set. ${USAGE}`);
    return replayJournal(given, switches.has('without-journal'));
  }
  if (from === undefined) throw new Error(`Which backup? ${USAGE}`);
  const installation = new Installation(dataDirectoryOf({ demo: false, ...(data === undefined ? {} : { data }) }, given), given);
  const wish = { over: switches.has('over'), withoutJournal: switches.has('without-journal') };
  await new Restoration(installation, (line) => console.log(line)).from(folderOf(from, given), wish);
}

try {
  await restore(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
