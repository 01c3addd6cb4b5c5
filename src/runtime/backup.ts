import { environment } from '../platform/config/index.js';
import { BackUp } from './back-up.js';
import { folderOf, wordsOf } from './backup-arguments.js';
import { Installation } from './installation.js';
import { dataDirectoryOf } from './start-arguments.js';

const USAGE = 'Run: npm run backup -- --to FOLDER [--data DIR]';

/** `npm run backup -- --to FOLDER`: copies what `npm start` keeps on this machine. */
async function backup(words: readonly string[]): Promise<void> {
  const { folders: { to, data } } = wordsOf(words, ['to', 'data'], [], USAGE);
  if (to === undefined) throw new Error(`Where shall the backup go? ${USAGE}`);
  const given = environment();
  const installation = new Installation(dataDirectoryOf({ demo: false, ...(data === undefined ? {} : { data }) }, given), given);
  await new BackUp(installation, (line) => console.log(line)).to(folderOf(to, given));
}

try {
  await backup(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
