import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { environment } from '../platform/config/index.js';
import { errandEnvironment } from './errand-environment.js';
import { linesWithPeople } from './lines-with-people.js';
import { dataDirectoryOf, startArguments } from './start-arguments.js';

const CHECK = join(import.meta.dirname, `../app/check-invariants${extname(import.meta.filename)}`);

/** `npm run check:invariants [-- --data DIR]`: what must hold in the installation of DATABASE_URL, or else of the running `npm start` and its logs. */
function checkInvariants(words: readonly string[]): number {
  try {
    const data = dataDirectoryOf(startArguments(words), environment());
    const env = { ...errandEnvironment(environment(), data), LOG_LEVEL: 'silent' };
    const { status } = spawnSync(process.execPath, [...process.execArgv, CHECK], { env, stdio: 'inherit' });
    return Math.max(status ?? 1, checkLogs(join(data, 'logs')));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

function checkLogs(folder: string): number {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.log')) : [];
  const broken = files.flatMap((name) => linesWithPeople(readFileSync(join(folder, name), 'utf8')).map((line) => `${name}, line ${line}`));
  process.stdout.write(`${broken.length === 0 ? 'holds ' : 'BROKEN'}  runtime.nobody_in_the_logs: The logs of ${files.length} days and parts hold no address and no token\n`);
  for (const where of broken.slice(0, 10)) process.stdout.write(`          ${where}\n`);
  return broken.length === 0 ? 0 : 1;
}

process.exitCode = checkInvariants(process.argv.slice(2));
