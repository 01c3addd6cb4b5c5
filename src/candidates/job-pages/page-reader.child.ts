// Runs as a process of its own, because what it reads is hostile until proved otherwise: the page on stdin, its content type
// as an argument, on stdout a line that it is ready and a line of JSON.
import { pageIn } from './page-in.js';

process.stdout.write('ready\n');
const pieces: Buffer[] = [];
for await (const piece of process.stdin) pieces.push(piece as Buffer);
process.stdout.write(JSON.stringify(pageIn(Buffer.concat(pieces), JSON.parse(process.argv[2] ?? '""') as string)), () => process.exit());
