import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Turnstile } from '../../kernel/index.js';
import { Policy } from '../../platform/policy/index.js';
import { readingAnswer } from './reading-answer.js';
import { type Reading, type ReadingAnswer } from './reading.js';
import { resumeDeskBusy, resumeFault, resumeTooLarge, resumeTookTooLong } from './resumes.errors.js';

const AT_A_TIME = 2;
// Each file that waits lies in memory: eight of 5 MB are 40 MB.
const WAITING = 8;
// Facts are short: hundreds of skills with a line each, and some entries more.
const MOST_OUTPUT = 1_048_576;
// Whoever sends a file has an answer by then, however long it had to wait before it was read.
const ANSWERED_WITHIN_MS = 14_000;
const MOST_WAITING_MS = 10_000;
// V8 reserves 512 MB for code on 64-bit Intel; the kernel counts it as data although hardly any of it is used.
const RESERVED_FOR_CODE_MB = 525;

const CHILD = join(import.meta.dirname, `resume-parser.child${extname(import.meta.filename)}`);
const require = createRequire(import.meta.url);
// Itself with the dictionary of skills, where the library really lies, and the folders Node looks for it in, which may be links.
const READABLE = [
  import.meta.dirname,
  join(import.meta.dirname, '../skills'),
  dirname(dirname(require.resolve('unpdf'))),
  ...(require.resolve.paths('unpdf') ?? []).filter((folder) => existsSync(folder)),
];

/** Turns the bytes of a resume into facts, in a child process that can neither last, nor grow, nor write, nor see our secrets. */
@Injectable()
export class ResumeReader implements OnModuleDestroy {
  private readonly turnstile: Turnstile;
  private readonly children = new Set<ChildProcess>();

  constructor(private readonly policy: Policy) {
    this.turnstile = new Turnstile({ inside: AT_A_TIME, waiting: WAITING, milliseconds: MOST_WAITING_MS });
  }

  /** AppErrors `candidates.resume_…`: see `resumes.errors.ts`. At most two files are read at a time; `admit` runs when it is this one's turn. */
  async read(bytes: Uint8Array, admit = (): Promise<void> => Promise.resolve()): Promise<Reading> {
    if (bytes.length > this.limits.bytes) throw resumeTooLarge(this.limits.bytes);
    const answerBy = performance.now() + ANSWERED_WITHIN_MS;
    const answer = await this.turnstile.pass(
      async () => {
        await admit();
        return this.ask(bytes, Math.min(this.limits.seconds * 1000, answerBy - performance.now()));
      },
      () => resumeDeskBusy(this.limits.seconds),
    );
    if ('fault' in answer) throw resumeFault(answer.fault, this.limits);
    return answer.read;
  }

  onModuleDestroy(): void {
    for (const child of this.children) child.kill('SIGKILL');
  }

  private get limits(): Policy['values']['limits']['resume'] {
    return this.policy.values.limits.resume;
  }

  private ask(bytes: Uint8Array, milliseconds: number): Promise<ReadingAnswer> {
    return new Promise((resolve, reject) => {
      const child = this.start();
      const output: Buffer[] = [];
      let length = 0;
      let ranOut = false;
      const timer = setTimeout(() => {
        ranOut = true;
        child.kill('SIGKILL');
      }, milliseconds);
      child.stdout.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length > MOST_OUTPUT) child.kill('SIGKILL');
        else output.push(chunk);
      });
      // It may answer and leave before it has taken all the bytes; what it answered counts.
      child.stdin.on('error', () => undefined);
      child.on('error', reject);
      child.on('close', () => {
        clearTimeout(timer);
        this.children.delete(child);
        const [ready, answer] = Buffer.concat(output).toString('utf8').split('\n');
        if (ranOut) reject(resumeTookTooLong(Math.round(milliseconds / 1000)));
        else if (ready !== 'ready') reject(new Error('The process that reads resumes did not start'));
        else resolve(answerIn(length > MOST_OUTPUT ? undefined : answer));
      });
      child.stdin.end(bytes);
    });
  }

  private start(): ReturnType<typeof spawnParser> {
    const child = spawnParser(this.limits);
    this.children.add(child);
    return child;
  }
}

/**
 * The limit on V8's heap does not see the buffers that streams are unpacked into, so the kernel limits all memory
 * (`ulimit -d`); it also ends a process whose parent died (`-t`), and writes neither files nor core dumps, which would hold the text.
 */
function spawnParser({ seconds, memoryMb, ...limitsOfItsOwn }: Policy['values']['limits']['resume']) {
  const limits = `ulimit -c 0; ulimit -f 0; ulimit -t ${seconds * 2}; ulimit -d ${(memoryMb + RESERVED_FOR_CODE_MB) * 1024} 2>/dev/null; exec "$@"`;
  const node = [
    process.execPath, '--permission', ...READABLE.map((folder) => `--allow-fs-read=${folder}`),
    '--disallow-code-generation-from-strings', `--max-old-space-size=${memoryMb}`, CHILD, JSON.stringify(limitsOfItsOwn),
  ];
  return spawn('/bin/sh', ['-c', limits, 'sh', ...node], { env: {}, cwd: tmpdir(), stdio: ['pipe', 'pipe', 'ignore'] });
}

/** A child that was stopped by a limit, or fell over the file, leaves no answer; one that a file has taken over may say anything. */
function answerIn(line = ''): ReadingAnswer {
  try {
    return readingAnswer.parse(JSON.parse(line));
  } catch {
    return { fault: 'unreadable' };
  }
}
