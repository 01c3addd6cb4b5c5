import { type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { z } from 'zod';
import { AppError, Turnstile } from '../../../kernel/index.js';
import { askChild, foldersOf, startLimitedChild } from '../../../platform/children/index.js';
import { carriers } from '../baking/found-credential.js';
import { type OurKeys, type Reading } from './reading.js';

const AT_A_TIME = 2;
// Each that waits lies in memory: six of 10 MB are 60 MB.
const WAITING = 6;
const MOST_WAITING_MS = 10_000;
const SECONDS = 10;
const MEMORY_MB = 256;
const MOST_OUTPUT = 16_384;

const reading = z.object({
  carrier: z.enum(carriers), proof: z.enum(['good', 'bad', 'unknown']), key: z.string().nullable(), words: z.string().nullable(), issuer: z.string(), issuerName: z.string(), id: z.string(),
}).nullable();

const READER = join(import.meta.dirname, 'upload-reader.child');
// Its folder, the rest of this noun, and what it is read with.
const READABLE = [join(import.meta.dirname, '..'), ...foldersOf('unpdf')];

/** Reads what somebody wants checked, in a child process that can neither last, nor grow, nor write, nor see our secrets. Nothing of it is kept. */
@Injectable()
export class UploadReader implements OnModuleDestroy {
  private readonly turnstile = new Turnstile({ inside: AT_A_TIME, waiting: WAITING, milliseconds: MOST_WAITING_MS });
  private readonly children = new Set<ChildProcess>();

  /** Null for what no credential was found in, for whatever reason. AppError 503 when too many are read at the same time. */
  read(bytes: Uint8Array, ours: OurKeys): Promise<Reading> {
    return this.turnstile.pass(() => this.ask(bytes, ours), () => new AppError('certificates.verification_busy', 503, 'Many certificates are being checked at the moment. Please try again in a minute.', { retryAfterSeconds: 60 }));
  }

  onModuleDestroy(): void {
    for (const child of this.children) child.kill('SIGKILL');
  }

  private async ask(bytes: Uint8Array, ours: OurKeys): Promise<Reading> {
    const child = startLimitedChild(READER, { folders: READABLE, seconds: SECONDS, memoryMb: MEMORY_MB, argument: ours });
    this.children.add(child.process);
    try {
      return readingIn((await askChild(child, bytes, { milliseconds: SECONDS * 1000, mostOutput: MOST_OUTPUT })) ?? '');
    } finally {
      this.children.delete(child.process);
    }
  }
}

/** A child that was stopped by a limit, or fell over the file, leaves no answer; one that a file has taken over may say anything. */
function readingIn(line: string): Reading {
  try {
    return reading.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
