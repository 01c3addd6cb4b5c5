import { aiOffered } from './ai-offered.js';
import { auditGoodUntil, isBusinessDay, NOTICE_DAYS_AT_MOST, scoringFrom } from './new-york.js';

const DAY = 86_400_000;
const at = (moment: string): Date => new Date(moment);
const scoredFrom = (told: string): string => scoringFrom(at(told)).toISOString();

describe('business days in New York', () => {
  it.each([
    ['2026-01-01', 'New Year’s Day'], ['2026-01-19', 'Martin Luther King’s birthday'], ['2026-02-16', 'Washington’s birthday'], ['2026-05-25', 'Memorial Day'], ['2026-06-19', 'Juneteenth'],
    ['2026-07-03', 'Independence Day, a Saturday, on the Friday before'], ['2026-09-07', 'Labor Day'], ['2026-10-12', 'Columbus Day'], ['2026-11-11', 'Veterans Day'], ['2026-11-26', 'Thanksgiving'],
    ['2026-12-25', 'Christmas'], ['2027-07-05', 'Independence Day, a Sunday, on the Monday after'], ['2021-12-31', 'New Year’s Day of 2022, a Saturday, on the Friday before'], ['2026-11-21', 'a Saturday'], ['2026-11-22', 'a Sunday'],
  ])('leave out %s: %s', (day) => expect(isBusinessDay(at(`${day}T00:00:00Z`))).toBe(false));

  it('are the others', () => {
    const days = Array.from({ length: 365 }, (_, index) => new Date(Date.UTC(2026, 0, 1) + index * DAY));
    // 261 weekdays without eleven holidays.
    expect(days.filter(isBusinessDay)).toHaveLength(250);
  });
});

describe('ten business days after the notice', () => {
  it.each([
    ['over two plain weeks', '2026-06-22T14:00:00Z', '2026-07-08T04:00:00.000Z'],
    ['over Veterans Day', '2026-11-02T15:00:00Z', '2026-11-18T05:00:00.000Z'],
    ['over Christmas and New Year', '2026-12-18T15:00:00Z', '2027-01-06T05:00:00.000Z'],
    ['over the night on which the clocks change', '2026-03-02T12:00:00Z', '2026-03-17T04:00:00.000Z'],
    ['from a Saturday', '2026-03-07T12:00:00Z', '2026-03-21T04:00:00.000Z'],
  ])('a program may score: %s', (_what, told, from) => expect(scoredFrom(told)).toBe(from));

  it('counts the day by the clocks of New York, not by ours', () => {
    expect(scoredFrom('2026-06-23T03:59:59Z')).toBe(scoredFrom('2026-06-22T14:00:00Z'));
    expect(scoredFrom('2026-06-23T04:00:00Z')).not.toBe(scoredFrom('2026-06-22T14:00:00Z'));
  });

  it('never takes longer than we tell organisations to leave for it', () => {
    // Weekdays and leap days come round after 28 years; only the year's end has several holidays within ten business days.
    const spans = Array.from({ length: 28 * 60 }, (_, index) => {
      const told = new Date(Date.UTC(2020 + Math.floor(index / 60), 10, 15 + (index % 60), 5));
      return Math.ceil((scoringFrom(told).getTime() - told.getTime()) / DAY);
    });
    expect(Math.max(...spans)).toBe(NOTICE_DAYS_AT_MOST);
  });
});

describe('an audit', () => {
  it.each([
    ['2026-03-10', '2027-03-11T05:00:00.000Z'],
    ['2026-07-01', '2027-07-02T04:00:00.000Z'],
    ['2028-02-29', '2029-03-01T05:00:00.000Z'],
  ])('of %s counts for a year, to the end of its day', (date, until) => expect(auditGoodUntil(date).toISOString()).toBe(until));
});

describe('whether a program may score', () => {
  const audited = (auditDate: string) => ({ aiScoring: true, newYork: { auditDate, auditUrl: 'https://acme.com/audit' } });
  const invitedAt = at('2026-06-22T14:00:00Z');
  const from = at('2026-07-08T04:00:00Z');

  it('is for the organisation to say', () => {
    expect(aiOffered({ aiScoring: false, newYork: null }, { invitedAt, now: invitedAt })).toEqual({ ai: false, from: null, why: 'people_only' });
    expect(aiOffered({ aiScoring: true, newYork: null }, { invitedAt, now: invitedAt })).toEqual({ ai: true, from: null, why: null });
  });

  it('waits in New York until the notice has run, to the second', () => {
    expect(aiOffered(audited('2026-03-10'), { invitedAt, now: invitedAt })).toEqual({ ai: false, from, why: 'notice_not_over' });
    expect(aiOffered(audited('2026-03-10'), { invitedAt, now: new Date(from.getTime() - 1) }).ai).toBe(false);
    expect(aiOffered(audited('2026-03-10'), { invitedAt, now: from })).toEqual({ ai: true, from: null, why: null });
  });

  it('ends with the audit, also where that ends while the notice runs', () => {
    const never = { ai: false, from: null, why: 'no_audit_of_this_year' };
    expect(aiOffered(audited('2025-07-02'), { invitedAt, now: invitedAt })).toEqual(never);
    expect(aiOffered(audited('2025-07-08'), { invitedAt, now: from }).ai).toBe(true);
    expect(aiOffered(audited('2025-07-08'), { invitedAt, now: at('2026-07-09T04:00:00Z') })).toEqual(never);
    expect(aiOffered(audited('2026-07-30'), { invitedAt, now: from })).toEqual(never);
    expect(aiOffered(audited('2025-07-20'), { invitedAt, now: from, until: at('2026-07-20T12:00:00Z') }).ai).toBe(true);
    expect(aiOffered(audited('2025-07-20'), { invitedAt, now: from, until: at('2026-07-22T12:00:00Z') })).toEqual(never);
  });
});
