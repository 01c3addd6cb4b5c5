import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Config, projectRoot } from '../platform/config/index.js';
import { Policy } from '../platform/policy/index.js';
import { DayLog } from './day-log.js';

const LOOK_EVERY_MS = 60_000;

/** Where a part writes its lines when `LOG_DIR` is set: files of a day each, which go when the policy says so. Undefined: to its output, and whoever reads that has to forget them. */
export function keptLog(part: string, { settings }: Config): { write(line: string): void } | undefined {
  const { LOG_DIR, POLICY, POLICIES_DIR } = settings;
  if (LOG_DIR === undefined) return undefined;
  const folder = resolve(projectRoot, LOG_DIR);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const policy = Policy.load(POLICY, resolve(projectRoot, POLICIES_DIR));
  const log = new DayLog(join(folder, `${part}.log`), (written) => policy.expiresAt('usageLog', written));
  // Also where nothing is written for days.
  log.begin();
  setInterval(() => quietly(() => log.begin()), LOOK_EVERY_MS).unref();
  return { write: (line) => quietly(() => log.write(line.trimEnd())) };
}

/** A disk that is full must not take the product with it. */
function quietly(work: () => void): void {
  try {
    work();
  } catch (error) {
    process.stderr.write(`The log cannot be written: ${error instanceof Error ? error.message : 'unknown reason'}\n`);
  }
}
