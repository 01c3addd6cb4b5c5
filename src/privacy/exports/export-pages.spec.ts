import { asCsv, contentsPage, inWords, readablePage } from './export-pages.js';

describe('the pages of an export', () => {
  it('show what somebody wrote as text, whatever it looks like', () => {
    const page = readablePage('Answers <1>', [{ answer: '<script>alert("x")</script>', savedAt: null, marks: [] }]);
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;');
    expect(page).toContain('<title>Answers &lt;1&gt;</title>');
    expect(page).toContain('<dt>Saved at</dt>');
  });

  it('name every file with what it is', () => {
    const page = contentsPage({ madeAt: new Date('2026-11-21T10:00:00Z'), notes: ['Not in here: nothing.'], files: [{ path: 'data/accounts/account.json', about: 'Account', bytes: 1234, sha256: '' }] });
    expect(page).toContain('21 November 2026 at 10:00 (UTC)');
    expect(page).toContain('<a href="data/accounts/account.json">');
    expect(page).toContain('1,234 bytes');
  });

  it('make a table of flat records only, and no formula of what somebody wrote', () => {
    expect(asCsv([{ name: 'a', at: 1 }, { name: '=1+1', note: 'x,y' }])).toBe('"name","at","note"\r\n"a","1",""\r\n"\'=1+1","","x,y"\r\n');
    expect([asCsv([]), asCsv([{ deep: [1] }]), asCsv({ name: 'a' }), asCsv(['a']), asCsv(null)]).toEqual([null, null, null, null, null]);
  });

  it.each([['startedAt', 'Started at'], ['ai_provider', 'Ai provider'], ['interviews', 'Interviews']])('say %s as %s', (name, words) => {
    expect(inWords(name)).toBe(words);
  });
});
