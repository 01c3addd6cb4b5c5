import { faults, leftOutIn, proofsIn, provedOn, render } from '../../bin/promises.mjs';

const promise = (id: string) => ({ id, system: 'Some', promise: `says ${id}`, kept: 'so' });
const results = (...tests: [status: string, fullName: string][]) => [{ testResults: [{ assertionResults: tests.map(([status, fullName]) => ({ status, fullName })) }] }];

describe('the page of promises', () => {
  it('shows as proved what a passing test bears the id of, and nothing else', () => {
    const proofs = proofsIn(results(['passed', 'x [MO11] [MP20] expires'], ['failed', '[MO10] issues'], ['pending', '[IM01] hashes']));
    const page = render(['MO10', 'MO11', 'MP20', 'IM01'].map(promise), proofs);
    expect([...provedOn(page)]).toEqual([['MO11', 'x expires'], ['MP20', 'x expires']]);
  });

  it('stays as it is when one more test proves a promise, and names another once the one it names is gone', () => {
    const page = render([promise('MO11')], proofsIn(results(['passed', '[MO11] expires'])));
    const more = proofsIn(results(['passed', '[MO11] a sweep | by night'], ['passed', '[MO11] expires']));
    expect(render([promise('MO11')], more, page)).toBe(page);
    const renamed = render([promise('MO11')], proofsIn(results(['passed', '[MO11] a sweep | by night'])), page);
    expect([...provedOn(renamed)]).toEqual([['MO11', 'a sweep \\| by night']]);
    expect(render([promise('MO11')], more, renamed)).toBe(renamed);
  });

  it('fails for a promise that was proved and has lost its test, and for an id that is no promise', () => {
    const found = faults([promise('MO11')], ['MO11'], proofsIn(results(['failed', '[MO11] expires'], ['passed', '[ZZ99] flies'])));
    expect(found).toHaveLength(2);
  });

  it('says nothing of a promise whose test was left out on this machine', () => {
    const some = results(['pending', '[MP06] asks nobody else']);
    expect(faults([promise('MP06')], ['MP06'], proofsIn(some), leftOutIn(some))).toEqual([]);
  });
});
