// Runs as a process of its own, because what it reads is hostile until proved otherwise: bytes on stdin, our public keys as an argument,
// on stdout a line that it is ready and a line of JSON.
import { readUpload } from './read-upload.js';
import { type OurKeys } from './reading.js';

// Told apart from now on: what breaks before this line is our fault, what breaks after it the file's.
process.stdout.write('ready\n');
const said = JSON.stringify(await answer(JSON.parse(process.argv[2] ?? '') as OurKeys));
process.stdout.write(said, () => process.exit());

async function answer(ours: OurKeys): Promise<unknown> {
  try {
    return await readUpload(await stdin(), ours);
  } catch {
    return null;
  }
}

async function stdin(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
