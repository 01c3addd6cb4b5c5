import { spawn } from 'node:child_process';
import { extname, join } from 'node:path';

type Given = Readonly<Record<string, string | undefined>>;

const KIND = extname(import.meta.filename);

/** Brings the database up to date. */
export function migrateDatabase(environment: Given): Promise<void> {
  return toItsEnd('../main', ['migrate'], environment);
}

/** Makes true again what the journal knows, and says what that was; `without`: it may be missing. */
export function replayJournal(environment: Given, without: boolean): Promise<void> {
  return toItsEnd('replay-journal', without ? ['--without-journal'] : [], environment);
}

/** Runs one of our programs beside us, which ends with us; throws unless it ends well. */
async function toItsEnd(script: string, words: readonly string[], environment: Given): Promise<void> {
  const child = spawn(process.execPath, [...process.execArgv, join(import.meta.dirname, `${script}${KIND}`), ...words], {
    env: environment, stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const end = (): void => { child.kill('SIGTERM'); };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  // Heard here, so that PostgreSQL is ended properly before we go.
  for (const signal of signals) process.on(signal, end);
  const code = await new Promise<number | null>((resolve, reject) => child.once('exit', resolve).once('error', reject));
  for (const signal of signals) process.off(signal, end);
  if (code !== 0) throw new Error('It did not come to its end: nothing is served until it has. Mend what is said above, and run the same again.');
}
