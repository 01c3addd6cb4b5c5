import { readdirSync, readFileSync } from 'node:fs';

// Linux counts processor time in hundredths of a second.
const TICK_MS = 10;

/** Milliseconds of processor time of the children a process has waited for, and with `all` its own as well. */
export function processorTime(id: number | 'self', whose: 'children' | 'all'): number {
  const [, fields = ''] = readFileSync(`/proc/${id}/stat`, 'utf8').split(/\) (?=[A-Z] )/);
  // After the name: utime, stime, cutime, cstime are the twelfth to the fifteenth.
  return fields.split(' ').slice(whose === 'all' ? 11 : 13, 15).reduce((sum, ticks) => sum + Number(ticks) * TICK_MS, 0);
}

/** Megabytes that lie in memory, now. */
export function memoryOf(id: number | string): number {
  return Number(/VmRSS:\s+(\d+)/.exec(about(id, 'status'))?.[1] ?? 0) / 1024;
}

/** The processes that rewrite recordings for a process. */
export function rewritersOf(id: number): string[] {
  return readdirSync('/proc').filter((entry) => /^\d+$/.test(entry) && about(entry, 'status').includes(`PPid:\t${id}\n`) && about(entry, 'cmdline').includes('rewrite-media.child'));
}

/** The most of something while other work goes on. */
export async function mostOf<T>(look: () => number, work: () => Promise<T>): Promise<{ most: number; result: T }> {
  let most = look();
  const timer = setInterval(() => (most = Math.max(most, look())), 50);
  try {
    return { result: await work(), most };
  } finally {
    clearInterval(timer);
  }
}

function about(id: number | string, file: string): string {
  try {
    return readFileSync(`/proc/${id}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
