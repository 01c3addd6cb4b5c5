import { measureSearch } from '../../../bench/search/measure.js';

describe('the bench of the search', () => {
  it('asks every question of made-up people, finds some of them, and tells nobody apart by a 404', async () => {
    const report = await measureSearch({ candidates: 3000, rounds: 10, notFoundRounds: 3 }, process.env.TEST_SUPERUSER_URL ?? '');
    expect(report.found['no filter']).toBe(10 + 10);
    expect(report.found['1 common skill, score']).toBeGreaterThan(0);
    expect(report.found['2 common words, score']).toBeGreaterThan(0);
    expect(report.notFound.areIdentical).toBe(true);
    expect(Object.values(report.ratios.httpToBare).every(({ p50 }) => p50 > 0)).toBe(true);
    expect(report.ratios.withdrawalToLedgerInsert.p50).toBeGreaterThan(0);
  });
});
