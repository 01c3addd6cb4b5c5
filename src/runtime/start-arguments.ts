import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../platform/config/index.js';

/** What was asked for after `npm start --`. */
export interface StartArguments {
  /** Fill the installation with made-up people and interviews. */
  readonly demo: boolean;
  /** Folder for everything that is kept; `.data` in the checkout when not given. */
  readonly data?: string;
  /** The port, and no other. */
  readonly port?: number;
}

/** Reads the command line; throws with a sentence that says what is wrong. */
export function startArguments(words: readonly string[]): StartArguments {
  const { demo, data, port } = parse(words);
  if (data === '') throw new Error('--data needs the name of a folder.');
  if (port !== undefined && !isPort(port)) throw new Error(`--port needs a number from 1 to 65535, not "${port}".`);
  return { demo: demo ?? false, ...(data === undefined ? {} : { data }), ...(port === undefined ? {} : { port: Number(port) }) };
}

/** The folder for everything that is kept. npm runs us in the folder of the checkout; INIT_CWD is where the person stands. */
export function dataDirectoryOf({ data }: StartArguments, environment: Readonly<Record<string, string | undefined>>): string {
  return data === undefined ? resolve(projectRoot, '.data') : resolve(environment.INIT_CWD ?? '.', data);
}

function parse(words: readonly string[]): { demo?: boolean; data?: string; port?: string } {
  try {
    return parseArgs({
      args: [...words],
      options: { demo: { type: 'boolean' }, data: { type: 'string' }, port: { type: 'string' } },
      strict: true,
      allowPositionals: false,
    }).values;
  } catch (error) {
    const [sentence = 'The command line could not be read'] = (error instanceof Error ? error.message : '').split('. ');
    throw new Error(`${sentence.replace(/\.$/, '')}. See: npm start -- --help`, { cause: error });
  }
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;
}
