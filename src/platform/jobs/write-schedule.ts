import { definedJobs, type JobDefinition } from './definitions.js';

/** `docs/schedule.md`: every job there is, those with a timetable first. */
export function writeSchedule(jobs: readonly JobDefinition[] = definedJobs()): string {
  const recurring = jobs.filter(({ cron }) => cron !== undefined);
  const others = jobs.filter(({ cron }) => cron === undefined);
  return [
    '# Schedule',
    'Written from the definitions of the jobs. Times are UTC; a tick is left out while the one before it is not done, and missed ticks are made up for once.',
    '## By the clock',
    table(['when', 'job', 'queue', 'attempts', 'at most', 'what it does'], recurring.map((job) => [`\`${job.cron}\``, ...row(job)])),
    '## When something happens',
    table(['job', 'queue', 'attempts', 'at most', 'what it does'], others.map(row)),
    '',
  ].join('\n\n').trimEnd() + '\n';
}

function row({ name, queue, attempts, timeoutMs, says }: JobDefinition): string[] {
  return [`\`${name}\``, queue, String(attempts), `${timeoutMs / 1000} s`, says];
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return 'None.';
  const lines = [heads, heads.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n');
}
