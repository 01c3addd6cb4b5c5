import { type Group, impactOf } from './impact.js';

const group = (sex: Group['sex'], people: number, above: number): Group => ({ kind: 'sex', sex, race: null, people, above });

describe('impact ratios', () => {
  it('are the rate of each group divided by the highest rate of its kind', () => {
    expect(impactOf([group('female', 20, 8), group('male', 30, 15)]).map(({ rate, ratio }) => [rate, ratio])).toEqual([[0.4, 0.8], [0.5, 1]]);
  });

  it('compare fractions and not rounded numbers: 333 of 999 is as much as 1 of 3', () => {
    expect(impactOf([group('female', 999, 333), group('male', 15, 5)]).map(({ ratio }) => ratio)).toEqual([1, 1]);
  });

  it('keep sex, race, and both together apart', () => {
    const race = (name: Group['race'], people: number, above: number): Group => ({ kind: 'race', sex: null, race: name, people, above });
    expect(impactOf([group('female', 10, 1), race('asian', 10, 5), race('white', 10, 2)]).map(({ ratio }) => ratio)).toEqual([1, 1, 0.4]);
  });

  it('do not exist where nobody is above the median', () => {
    expect(impactOf([group('female', 5, 0), group('male', 7, 0)]).map(({ rate, ratio }) => [rate, ratio])).toEqual([[0, null], [0, null]]);
  });
});
