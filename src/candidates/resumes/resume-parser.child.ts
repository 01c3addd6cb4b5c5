// Runs as a process of its own, because what it reads is hostile until proved otherwise: bytes on stdin, limits as an argument,
// on stdout a line that it is ready and a line of JSON. It runs compiled and, in tests, as it stands: Node strips types but
// looks for the files that imports name, so there it is told where they are.
import { registerHooks } from 'node:module';
import { extname } from 'node:path';
import type { ReadingAnswer, ReadingLimits } from './reading.js';

const ending = extname(import.meta.filename);
if (ending === '.ts') {
  registerHooks({ resolve: (name, context, next) => next(name.startsWith('.') && context.parentURL?.endsWith(ending) ? name.replace(/\.js$/, ending) : name, context) });
}
const { readResume } = (await import(`./read-resume${ending}`)) as typeof import('./read-resume.js');
const { Refusal } = (await import(`./reading${ending}`)) as typeof import('./reading.js');
const { SkillDictionary } = (await import(`../skills/skill-dictionary${ending}`)) as typeof import('../skills/skill-dictionary.js');
const dictionary = SkillDictionary.load();

// Told apart from now on: what breaks before this line is our fault, what breaks after it the file's.
process.stdout.write('ready\n');
const said = JSON.stringify(await answer(JSON.parse(process.argv[2] ?? '') as ReadingLimits));
// The library may still be at work on a page that was refused half-way.
process.stdout.write(said, () => process.exit());

async function answer(limits: ReadingLimits): Promise<ReadingAnswer> {
  try {
    const { reading } = await readResume(await stdin(), limits, dictionary, new Date());
    return { read: reading };
  } catch (error) {
    return { fault: error instanceof Refusal ? error.fault : 'unreadable' };
  }
}

async function stdin(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
