import { NoConnectionError, ProblemError, readProblem } from '../../api/problem.js';
import { asSentences, faultsOf } from './faults.js';

const refused = (code: string, fields: Record<string, string> = {}) => new ProblemError(readProblem(422, { code, detail: 'No.', fields }, null));

describe('what a form says of a refusal', () => {
  it('stands beside the field that the server names', () => {
    expect(faultsOf(refused('http.invalid_body', { email: 'Enter an e-mail address.' }))).toEqual({ email: 'Enter an e-mail address.' });
  });

  it('stands beside the field that this form gives the code to, in the words the server has for it', () => {
    expect(faultsOf(refused('accounts.wrong_code', { code: 'Check the code.' }), { 'accounts.wrong_code': 'offCode' })).toEqual({ offCode: 'Check the code.' });
    expect(faultsOf(refused('accounts.sign_in_again'), { 'accounts.sign_in_again': 'password' })).toEqual({ password: 'No.' });
  });

  it('belongs to the form as a whole when no field is at fault', () => {
    expect(faultsOf(refused('accounts.wrong_credentials'))).toEqual({ '': 'No.' });
    expect(Object.keys(faultsOf(new NoConnectionError()))).toEqual(['']);
  });

  it('leaves out of the summary what is no text', () => {
    expect(asSentences({ email: 'Enter it', other: null })).toEqual({ email: 'Enter it' });
  });
});
