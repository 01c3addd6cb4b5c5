import { parseArgs } from 'node:util';
import { AccountImport } from '../privacy/index.js';
import { Config, environment } from '../platform/config/index.js';
import { folderOf } from './backup-arguments.js';
import { errandEnvironment } from './errand-environment.js';
import { importedInWords } from './imported-in-words.js';
import { quietly } from './quietly.js';
import { dataDirectoryOf } from './start-arguments.js';

const USAGE = 'Run: npm run import-account -- FILE.zip [--email ADDRESS] [--data DIR]';

/** `npm run import-account -- FILE.zip`: brings in the copy of somebody's data that another place made, beside a running `npm start` or into DATABASE_URL. */
async function importAccount(words: string[]): Promise<void> {
  const { file, email, data } = wishOf(words);
  const given = environment();
  const config = Config.read(errandEnvironment(given, dataDirectoryOf({ demo: false, ...(data === undefined ? {} : { data }) }, given)));
  await quietly(async (app) => {
    const report = await app.get(AccountImport).bring(folderOf(file, given), email);
    for (const line of importedInWords(report)) process.stdout.write(`${line}\n`);
  }, config);
}

function wishOf(args: string[]): { file: string; email?: string; data?: string } {
  try {
    const { values, positionals: [file, ...more] } = parseArgs({ args, options: { email: { type: 'string' }, data: { type: 'string' } }, strict: true, allowPositionals: true });
    if (file === undefined || more.length > 0) throw new Error('Which copy? Name one file');
    return { file, ...values };
  } catch (cause) {
    throw new Error(`${cause instanceof Error ? cause.message : 'The command line could not be read'}. ${USAGE}`, { cause });
  }
}

try {
  await importAccount(process.argv.slice(2));
} catch (error) {
  // It may quote what a copy says, which must not write more than letters onto a terminal.
  process.stderr.write(`${(error instanceof Error ? error.message : String(error)).replaceAll(/\p{Cc}/gu, '?')}\n`);
  process.exitCode = 1;
}
