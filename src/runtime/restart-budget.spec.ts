import { RestartBudget } from './restart-budget.js';

describe('starting again what died', () => {
  it('waits twice as long each time', () => {
    const budget = new RestartBudget();
    expect([0, 1_000, 2_000, 4_000].map((now) => budget.waitAfterDeath(now))).toEqual([250, 500, 1_000, 2_000]);
  });

  it('never happens more than five times a minute', () => {
    const budget = new RestartBudget();
    const starts: number[] = [];
    for (let now = 0; now < 600_000; ) {
      now += budget.waitAfterDeath(now);
      starts.push(now);
    }
    const busiest = Math.max(...starts.map((from) => starts.filter((at) => at >= from && at < from + 60_000).length));
    expect(busiest).toBe(5);
  });

  it('knows when waiting is of no use, and forgets after a quiet minute', () => {
    const budget = new RestartBudget();
    expect(budget.isExhausted(0)).toBe(false);
    for (let death = 0; death < 5; death += 1) budget.waitAfterDeath(death * 100);
    expect(budget.isExhausted(1_000)).toBe(true);
    expect(budget.isExhausted(100_000)).toBe(false);
    expect(budget.waitAfterDeath(100_000)).toBe(250);
  });
});
