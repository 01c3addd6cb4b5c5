import { measureExpiry } from '../../../bench/expiry/measure.js';

describe('the bench of what is over', () => {
  it('deletes all that is due in batches, rows and files, and finds people meanwhile', async () => {
    const report = await measureExpiry({ candidates: 300, interviews: 1300, files: 60, turns: 1, searches: 8 }, process.env.TEST_SUPERUSER_URL ?? '');
    expect(report.left).toBe(0);
    expect(report.rowsPerSecond.batched).toBeGreaterThan(0);
    expect(report.search.meanwhile.count).toBeGreaterThan(0);
    expect(report.ratios.batchedToPlain).toBeGreaterThan(0);
  });
});
