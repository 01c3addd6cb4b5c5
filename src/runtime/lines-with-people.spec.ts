import { linesWithPeople } from './lines-with-people.js';

describe('a log', () => {
  it('is seen to hold an address or a token, by the number of its line', () => {
    const log = ['{"msg":"started"}', '{"msg":"to ada.lovelace+x@mail.example.org"}', 'GET /verify#token=Zr7Lw8Tn5Yp1Bd6Hc4Fs0M', 'cookie: viva.session_token=Zr7Lw8Tn5Yp1Bd6Hc4Fs0M', 'authorization: Bearer Zr7Lw8.Tn5Yp1.Bd6Hc4Fs0M'];
    expect(linesWithPeople(log.join('\n'))).toEqual([2, 3, 4, 5]);
  });

  it('may hold ids, versions of packages and paths', () => {
    expect(linesWithPeople('{"id":"01a20132-06da-74f2-b247-2357fcc2c936","path":"/c/…"}\nat node_modules/@nestjs/core/router.js:69\nbullmq@6.7.0 token=short')).toEqual([]);
  });
});
