import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { birthOf } from './processes.js';

const holderSchema = z.object({ pid: z.number().int(), birth: z.string(), words: z.string() });
type Holder = z.infer<typeof holderSchema>;

/** A file that says which living process holds something. The lock of a process that is gone, however it went, is no lock. */
export class ProcessLock {
  private constructor(
    private readonly file: string,
    private content: string,
  ) {}

  /** Takes the lock, or gives the words of the process that has it. */
  static take(file: string, words: string): ProcessLock | { readonly heldBy: string } {
    const content = contentWith(words);
    for (;;) {
      if (write(file, content)) return new ProcessLock(file, content);
      const found = read(file);
      if (found === undefined) continue;
      const holder = parse(found);
      if (holder && birthOf(holder.pid) === holder.birth) return { heldBy: holder.words };
      setAside(file, found);
    }
  }

  /** Changes the words that others are given. */
  tell(words: string): void {
    const draft = `${this.file}.${randomUUID()}`;
    this.content = contentWith(words);
    writeFileSync(draft, this.content, { mode: 0o644 });
    renameSync(draft, this.file);
  }

  /** Gives the lock back; harmless when it has gone to somebody else meanwhile. */
  release(): void {
    if (read(this.file) === this.content) rmSync(this.file, { force: true });
  }
}

function contentWith(words: string): string {
  return JSON.stringify({ pid: process.pid, birth: birthOf(process.pid), words } satisfies Holder);
}

/** Writes the whole file at once, and only where there is none. */
function write(file: string, content: string): boolean {
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, content, { mode: 0o644 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function parse(content: string): Holder | undefined {
  try {
    return holderSchema.parse(JSON.parse(content));
  } catch {
    return undefined;
  }
}

/** Of two that find the same dead lock only one may remove it, and neither the lock that the other took since. */
function setAside(file: string, dead: string): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const removed = read(aside);
  if (removed !== undefined && removed !== dead) write(file, removed);
  rmSync(aside, { force: true });
}
