import { readFile } from 'node:fs/promises';
import { Passwords } from '../../../src/accounts/passwords.js';

const MANY = 12;

describe('passwords', () => {
  it('are hashed a few at a time: other work of the process does not wait behind those who sign in', async () => {
    const passwords = new Passwords();
    let done = 0;
    const all = Array.from({ length: MANY }, () => passwords.fits('not the password', null).then(() => { done += 1; }));
    await readFile(import.meta.filename);
    expect(done).toBeLessThan(MANY / 2);
    await Promise.allSettled(all);
    expect(done).toBeGreaterThan(0);
  });

  it('fit themselves only, and nothing fits where there is none', async () => {
    const passwords = new Passwords();
    const hash = await passwords.hash('three quiet words');
    expect(await Promise.all([passwords.fits('three quiet words', hash), passwords.fits('three quiet word', hash), passwords.fits('three quiet words', null)])).toEqual([true, false, false]);
  });
});
