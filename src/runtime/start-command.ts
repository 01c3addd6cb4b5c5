import { environment } from '../platform/config/index.js';
import { dataDirectoryOf, startArguments } from './start-arguments.js';
import { Supervisor } from './supervisor.js';
import { Terminal } from './terminal.js';

/**
 * `npm start`, after everything is installed and built: runs until it is told to end. `programs` is the folder of the
 * built programs.
 */
export async function startCommand(words: readonly string[], programs: string): Promise<void> {
  const terminal = new Terminal((text) => process.stdout.write(text));
  try {
    const wanted = startArguments(words);
    const supervisor = new Supervisor({ dataDirectory: dataDirectoryOf(wanted, environment()), programs, environment: environment(), terminal });
    endWith(supervisor, terminal);
    await supervisor.start(wanted);
  } catch (error) {
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

/** Ctrl-C, a polite kill, a closed terminal, or the end of whoever started us (however it went). */
function endWith(supervisor: Supervisor, terminal: Terminal): void {
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    terminal.say('\nEnding …');
    void supervisor.stop().finally(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  process.on('disconnect', end);
  // A terminal that is gone must not keep us from ending the parts.
  process.stdout.on('error', end);
  process.stderr.on('error', end);
}
