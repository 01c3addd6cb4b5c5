// Runs as a process of its own, because what it reads is hostile until proved otherwise: bytes on stdin, limits as an argument,
// on stdout a line that it is ready and a line of JSON.
import { loadSkillDictionary } from '../skills/load-skill-dictionary.js';
import { readResume } from './read-resume.js';
import { type ReadingAnswer, type ReadingLimits, Refusal } from './reading.js';

const dictionary = loadSkillDictionary();

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
