// Runs as a process of its own, because what it reads is hostile until proved otherwise: what is wanted as an argument, all
// parts on stdin, on its descriptor 3 a line that it is ready and a line of facts, on stdout the recording written anew.
// There is nothing else to do meanwhile, and reading and writing without streams spares their processor time.
import { type MediaWants } from './media.js';
import { longestRow, outOfTheRow } from './parts-in-a-row.js';
import { rewriteMedia } from './rewrite-media.js';

// Imported, it would bring the streams along: a tenth of all there is to do.
const { closeSync, readSync, writeSync } = process.getBuiltinModule('node:fs');
const [IN, OUT, ANSWER] = [0, 1, 3];
// The library tells what it makes of a file on stdout, where the recording goes.
console.info = () => undefined;

// Told apart from now on: what breaks before this line is our fault, what breaks after it the file's.
writeSync(ANSWER, 'ready\n');
const wants = JSON.parse(process.argv[2] ?? '') as MediaWants;
const { answer, body } = await rewriteMedia(outOfTheRow(allOf(IN, longestRow(wants.maxBytes))), wants);
writeSync(ANSWER, JSON.stringify(answer));
closeSync(ANSWER);
for (let at = 0; at < body.length;) at += writeSync(OUT, body, at);
// The library may still hold something open.
process.exit();

/** Read into one place that is large enough for the most there may be: what is not written to takes no memory. */
function allOf(descriptor: number, most: number): Buffer {
  const into = Buffer.allocUnsafeSlow(most);
  let at = 0;
  for (let read = -1; read !== 0; at += read) read = readSync(descriptor, into, at, into.length - at, null);
  return into.subarray(0, at);
}
