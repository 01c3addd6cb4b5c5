import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DayLog } from './day-log.js';

describe('a log in daily files', () => {
  it('begins a file with each day and forgets each day when the period of its first line is over', () => {
    const folder = mkdtempSync(join(tmpdir(), 'day-log-'));
    let now = new Date('2026-11-21T23:59:59Z');
    const afterNinetyDays = (written: Date): Date => new Date(written.getTime() + 90 * 86_400_000);
    const log = new DayLog(join(folder, 'web.log'), afterNinetyDays, () => now);
    for (const name of ['web-2026-08-23.log', 'web-2026-08-24.log', 'web-2026-08-25.log', 'worker-2026-08-23.log']) writeFileSync(join(folder, name), 'old\n');
    log.write('before midnight');
    expect(readdirSync(folder).sort()).toEqual(['web-2026-08-24.log', 'web-2026-08-25.log', 'web-2026-11-21.log', 'worker-2026-08-23.log']);
    now = new Date('2026-11-22T00:00:01Z');
    log.write('after midnight');
    expect(readdirSync(folder).sort()).toEqual(['web-2026-08-25.log', 'web-2026-11-21.log', 'web-2026-11-22.log', 'worker-2026-08-23.log']);
    expect(readFileSync(log.today, 'utf8')).toBe('after midnight\n');
  });

  it('forgets too when somebody else is about to write into the file of today', () => {
    const folder = mkdtempSync(join(tmpdir(), 'day-log-'));
    writeFileSync(join(folder, 'postgres-2026-08-22.log'), 'old\n');
    const now = new Date('2026-11-21T12:00:00Z');
    const log = new DayLog(join(folder, 'postgres.log'), (written) => new Date(written.getTime() + 90 * 86_400_000), () => now);
    expect(log.begin()).toBe(join(folder, 'postgres-2026-11-21.log'));
    expect(readdirSync(folder)).toEqual([]);
  });
});
