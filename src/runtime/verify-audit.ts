import { spawnSync } from 'node:child_process';
import { extname, join } from 'node:path';
import { environment } from '../platform/config/index.js';
import { errandEnvironment } from './errand-environment.js';
import { dataDirectoryOf, startArguments } from './start-arguments.js';

/** The check itself; it knows only settings. */
const CHECK = join(import.meta.dirname, `../platform/audit/verify-audit${extname(import.meta.filename)}`);

/** `npm run verify-audit [-- --data DIR]`: checks the audit log of DATABASE_URL, or else of the running `npm start`. */
function verifyAudit(words: readonly string[]): number {
  try {
    const env = { ...errandEnvironment(environment(), dataDirectoryOf(startArguments(words), environment())) };
    const { status } = spawnSync(process.execPath, [...process.execArgv, CHECK], { env, stdio: 'inherit' });
    return status ?? 1;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

process.exitCode = verifyAudit(process.argv.slice(2));
