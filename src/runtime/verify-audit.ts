import { spawnSync } from 'node:child_process';
import { extname, join } from 'node:path';
import { environment } from '../platform/config/index.js';
import { errandEnvironment } from './errand-environment.js';
import { dataDirectoryOf, startArguments } from './start-arguments.js';

/** The checks themselves; they know only settings. */
const CHECKS = ['platform/audit/verify-audit', 'consent/verify-consents'].map((check) => join(import.meta.dirname, `../${check}${extname(import.meta.filename)}`));

/** `npm run verify-audit [-- --data DIR]`: checks the audit log and the ledger of consents of DATABASE_URL, or else of the running `npm start`. */
function verifyAudit(words: readonly string[]): number {
  try {
    const env = { ...errandEnvironment(environment(), dataDirectoryOf(startArguments(words), environment())) };
    const ends = CHECKS.map((check) => spawnSync(process.execPath, [...process.execArgv, check], { env, stdio: 'inherit' }).status ?? 1);
    return Math.max(...ends);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

process.exitCode = verifyAudit(process.argv.slice(2));
