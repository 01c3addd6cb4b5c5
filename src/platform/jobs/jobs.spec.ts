/**
 * Jobs are defined here that no product has, so it has a realm of its own.
 * @jest-environment node
 */
import { z } from 'zod';
import { defineEvent, defineJob, writeSchedule } from './index.js';

const nothing = z.object({});
const terms = { queue: 'default', payload: nothing, attempts: 1, timeoutMs: 30_000, says: 'Does it.' } as const;

describe('the definition of a job', () => {
  it('must have a name of its own', () => {
    defineJob({ ...terms, name: 'test.unique' });
    expect(() => defineJob({ ...terms, name: 'test.unique' })).toThrow('Two jobs are named test.unique');
    defineEvent('test.happened', nothing);
    expect(() => defineEvent('test.happened', nothing)).toThrow('Two events are named test.happened');
  });

  it('must have a timetable that can be read, and then need no payload', () => {
    expect(() => defineJob({ ...terms, name: 'test.unreadable', cron: 'every noon' })).toThrow();
    expect(() => defineJob({ ...terms, name: 'test.needy', cron: '* * * * *', payload: z.object({ id: z.string() }) })).toThrow(/must accept/);
  });
});

describe('the page of the schedule', () => {
  it('shows what runs by the clock apart from what something else sets off', () => {
    const page = writeSchedule([
      { ...terms, name: 'test.nightly', cron: '0 3 * * *', says: 'Cleans a | b.' },
      { ...terms, name: 'test.asked' },
    ]);
    expect(page).toContain('| `0 3 * * *` | `test.nightly` | default | 1 | 30 s | Cleans a \\| b. |');
    expect(page.indexOf('`test.asked`')).toBeGreaterThan(page.indexOf('## When something happens'));
  });
});
