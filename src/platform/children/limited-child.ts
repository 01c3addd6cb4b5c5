import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, extname, join, sep } from 'node:path';
import { type Readable, type Writable } from 'node:stream';
import { TRANSLATIONS, TRANSLATOR } from './translations.js';

// V8 reserves 512 MB for code on 64-bit Intel; the kernel counts it as data although hardly any of it is used.
const RESERVED_FOR_CODE_MB = 525;
const PACKAGES = `${sep}node_modules${sep}`;
const TYPESCRIPT = join(import.meta.dirname, 'run-as-it-stands.ts');
const require = createRequire(import.meta.url);

/** A process for hostile bytes. It is told things on `stdin`; `answer` (its descriptor 3) and `stdout` are what it says. */
export interface LimitedChild {
  readonly process: ChildProcess;
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly answer: Readable;
}

/** `seconds` of processor time; `argument` is the child's only word, as JSON; `flags` are for Node. */
export interface ChildLimits {
  readonly folders: readonly string[];
  readonly seconds: number;
  readonly memoryMb: number;
  readonly argument: unknown;
  readonly flags?: readonly string[];
}

/**
 * Starts a script (without its ending) that may read its own folder and `folders` and nothing else, neither lasts nor
 * grows, writes no files and sees no secrets. The limit on V8's heap does not see the buffers that streams are
 * unpacked into, so the kernel limits all memory (`ulimit -d`); it also ends a process whose parent died (`-t`), and
 * writes neither files nor core dumps, which would hold what was read.
 */
export function startLimitedChild(script: string, { folders, seconds, memoryMb, argument, flags = [] }: ChildLimits): LimitedChild {
  const limits = `ulimit -c 0; ulimit -f 0; ulimit -St ${seconds}; ulimit -Ht ${seconds + 1}; ulimit -d ${(memoryMb + RESERVED_FOR_CODE_MB) * 1024} 2>/dev/null; exec "$@"`;
  const child = `${script}${extname(import.meta.filename)}`;
  const node = [
    process.execPath, '--permission', ...[dirname(child), ...folders].map((folder) => `--allow-fs-read=${folder}`), ...asItStands(child),
    '--disallow-code-generation-from-strings', `--max-old-space-size=${memoryMb}`, ...flags, child, JSON.stringify(argument),
  ];
  const started = spawn('/bin/sh', ['-c', limits, 'sh', ...node], { env: {}, cwd: tmpdir(), stdio: ['pipe', 'pipe', 'ignore', 'pipe'] }) as ChildProcessByStdio<Writable, Readable, null>;
  return { process: started, stdin: started.stdin, stdout: started.stdout, answer: (started as ChildProcess).stdio[3] as Readable };
}

/** The folders a library is read from: where it really lies, and those Node looks for it in, which may be links. */
export function foldersOf(library: string): string[] {
  const file = require.resolve(library);
  const root = file.slice(0, file.lastIndexOf(PACKAGES) + PACKAGES.length);
  return [join(root, library), ...(require.resolve.paths(library) ?? []).filter((folder) => existsSync(folder))];
}

/** Compiled, it needs nothing; in tests it has to be told which files its imports mean, and where they are translated. */
function asItStands(child: string): string[] {
  if (extname(child) !== '.ts') return [];
  return [...[dirname(TYPESCRIPT), TRANSLATIONS, ...TRANSLATOR].map((path) => `--allow-fs-read=${path}`), `--import=${TYPESCRIPT}`];
}
