import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

type Given = Readonly<Record<string, string | undefined>>;

/** Reads the words of a command; throws with a sentence that says what is wrong. */
export function wordsOf(words: readonly string[], folders: readonly string[], switches: readonly string[], usage: string): { folders: Record<string, string>; switches: Set<string> } {
  const options: Record<string, { type: 'string' | 'boolean' }> = {};
  for (const name of folders) options[name] = { type: 'string' };
  for (const name of switches) options[name] = { type: 'boolean' };
  const values = parse([...words], options, usage);
  const given = Object.entries(values);
  const empty = given.find(([, value]) => value === '');
  if (empty) throw new Error(`--${empty[0]} needs the name of a folder. ${usage}`);
  return {
    folders: Object.fromEntries(given.filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
    switches: new Set(given.filter(([, value]) => value === true).map(([name]) => name)),
  };
}

/** npm runs us in the folder of the checkout; INIT_CWD is where the person stands. */
export function folderOf(name: string, { INIT_CWD }: Given): string {
  return resolve(INIT_CWD ?? '.', name);
}

function parse(args: string[], options: Record<string, { type: 'string' | 'boolean' }>, usage: string): Record<string, unknown> {
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: false }).values;
  } catch (cause) {
    throw new Error(`${cause instanceof Error ? cause.message.split('. ')[0]?.replace(/\.$/, '') : 'The command line could not be read'}. ${usage}`, { cause });
  }
}
