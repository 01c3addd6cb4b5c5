import { NoConnectionError, ProblemError, readProblem, sentenceFor } from './problem.js';

describe('problems in words', () => {
  it('says what the server says, with its fields', () => {
    const problem = readProblem(422, { code: 'interviews.unknown_role', detail: 'Choose a role from the list.', fields: { roleId: 'Choose one.', odd: 7 } }, null);
    expect(sentenceFor(new ProblemError(problem))).toBe('Choose a role from the list.');
    expect(problem.fields).toEqual({ roleId: 'Choose one.' });
  });

  it('makes a sentence of an answer that is none of ours', () => {
    expect(sentenceFor(new ProblemError(readProblem(502, null, null)))).toMatch(/Try it again/);
    expect(sentenceFor(new NoConnectionError())).toMatch(/no connection/);
  });

  it('says when something that was tried too often may be tried again', () => {
    const after = (seconds: string) => sentenceFor(new ProblemError(readProblem(429, { code: 'http.too_many_requests' }, seconds)));
    expect(after('30')).toContain('in 30 seconds');
    expect(after('90')).toContain('in 2 minutes');
  });
});
