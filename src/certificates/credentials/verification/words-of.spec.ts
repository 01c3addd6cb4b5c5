import { wordsOf } from './words-of.js';

describe('all that stands in a credential', () => {
  const made = '{\n  "name": "Ada \\"the first\\": countess", "result": [{ "value": "8.04", "for": {} }, "a:b"] }';

  it('is the same however its members are ordered and spaced', () => {
    expect(wordsOf('{"result":[{"for":{},"value":"8.04"},"a:b"],"name":"Ada \\u0022the first\\u0022: countess"}')).toBe(wordsOf(made));
  });

  it.each([
    ['a word', made.replace('8.04', '9.04')], ['a member', made.replace('{ "value"', '{ "more": null, "value"')], ['an order that counts', made.replace('"a:b"', '"a:b", ""')],
    ['a member that stands twice', made.replace('"value"', '"value": "9.90", "value"')], ['one that stands twice, alike', made.replace('"value"', '"value": "8.04", "value"')],
    ['one that programs hide', made.replace('"value"', '"__proto__": {}, "value"')],
  ])('is another with %s', (_, changed) => {
    expect(wordsOf(changed)).not.toBe(wordsOf(made));
  });
});
