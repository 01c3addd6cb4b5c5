import { spawnSync } from 'node:child_process';
import { extname, join } from 'node:path';
import { environment } from '../platform/config/index.js';
import { errandEnvironment } from './errand-environment.js';
import { dataDirectoryOf, startArguments } from './start-arguments.js';

/** The errand itself; it knows only settings. */
const ERRAND = join(import.meta.dirname, `../certificates/credentials/keys/rotate-keys${extname(import.meta.filename)}`);

/** `npm run rotate-keys [-- --data DIR]`: new keys for the certificates of DATABASE_URL, or else of the running `npm start`. */
function rotateKeys(words: readonly string[]): number {
  try {
    const env = { ...errandEnvironment(environment(), dataDirectoryOf(startArguments(words), environment())) };
    return spawnSync(process.execPath, [...process.execArgv, ERRAND], { env, stdio: 'inherit' }).status ?? 1;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

process.exitCode = rotateKeys(process.argv.slice(2));
