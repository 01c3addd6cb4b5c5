import { readFileSync } from 'node:fs';

/** Numbers of the processes of ours that parse a file right now (Linux only). */
export function parsers(): string[] {
  if (process.platform !== 'linux') return [];
  // The kernel's own list of our children: to look at every process of the machine ten times a second would take more than they do.
  return about(`${process.pid}`, `task/${process.pid}/children`).split(' ').filter((child) => child !== '' && about(child, 'cmdline').includes('resume-parser.child'));
}

/** Looks at the memory of those that parse; `end` says what the largest of them ever took (Linux only, 0 elsewhere). */
export function watchParsers(): { end(): { peakMegabytes: number } } {
  let peakMegabytes = 0;
  const look = (): void => {
    for (const parser of parsers()) peakMegabytes = Math.max(peakMegabytes, Number(/VmHWM:\s+(\d+)/.exec(about(parser, 'status'))?.[1] ?? 0) / 1024);
  };
  const timer = setInterval(look, 100);
  return {
    end: () => {
      clearInterval(timer);
      return { peakMegabytes };
    },
  };
}

function about(processId: string, file: string): string {
  try {
    return readFileSync(`/proc/${processId}/${file}`, 'utf8');
  } catch {
    return ''; // It ended while we looked.
  }
}
