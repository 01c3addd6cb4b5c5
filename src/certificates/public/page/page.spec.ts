import { type CertificateFacts } from '../../facts.js';
import { publicView } from '../public-certificate.js';
import { isPerson } from '../reader.js';
import { type ShownCertificate } from '../shown-certificate.repository.js';
import { diploma, judging, verdict } from './certificate-parts.js';
import { sayingOf, told } from './ended-parts.js';
import { html } from './markup.js';
import { ruler } from './pictures.js';
import { openGraph, sharing } from './share-parts.js';

const facts: CertificateFacts = {
  roleTitle: 'Data & AI engineer', levelTitle: 'Senior', overall: '7.501', exact: '7501/1000', mark: '7.5', competencies: [{ title: 'Modelling', score: '7.501' }], questions: 6,
  evaluator: { name: 'Judge <2>', version: '4', builtIn: false, person: true }, rubric: 'vv-1', transcripts: ['program', 'typed'], transcribers: ['Whisper base.en'], takenAt: '2026-08-30T09:00:00.000Z',
  clip: { question: 'Why?', score: '9.10', durationMs: 41_000 },
};
const inscription = {
  id: '0f5c1b5e-0000-7000-8000-000000000000', slug: 's', url: 'https://viva.test/c/s', name: '"><b>Ada</b>', facts,
  issuedAt: new Date('2026-08-31T10:00:00Z'), validUntil: new Date('2027-02-28T10:00:00Z'),
};
const at = (now: string) => publicView(inscription, { now: new Date(now), clip: null });

describe('the page of a certificate', () => {
  it('writes whatever is put into it as text, in elements as in attributes', () => {
    expect(html`<a title="${'"&\''}">${['<i>', 3, null, false, html`<b>${'>'}</b>`]}</a>`.text).toBe('<a title="&quot;&amp;&#39;">&lt;i&gt;3<b>&gt;</b></a>');
    expect(diploma(at('2026-09-01T00:00:00Z')).text).toContain('&quot;&gt;&lt;b&gt;Ada&lt;/b&gt;');
    expect(openGraph(at('2026-09-01T00:00:00Z'), true).text).toContain('content="&quot;&gt;&lt;b&gt;Ada&lt;/b&gt;: Data &amp; AI engineer, Senior"');
  });

  it('says who issued it, who judged, and plainly who wrote down what was said', () => {
    const { text } = judging(at('2026-09-01T00:00:00Z'), 'Okoro & Sons');
    expect(text).toContain('<dt>Issued by</dt><dd>Okoro &amp; Sons</dd>');
    expect(text).toContain('Judge &lt;2&gt;, version 4; a person looked at it and decided');
    expect(text).toContain('Some answers were spoken, and written down by Whisper base.en. Some answers were typed by the candidate');
  });

  it('says whose questions were asked where the role is in the words of whoever answered, and never that nobody spoke an answer twice', () => {
    expect(judging(at('2026-09-01T00:00:00Z'), 'Okoro & Sons').text).not.toContain('<dt>Questions</dt>');
    const view = publicView({ ...inscription, facts: { ...facts, roleTitle: 'Chief pilot', questionSet: 'General questions' } }, { now: new Date('2026-09-01T00:00:00Z'), clip: null });
    expect(judging(view, 'Okoro & Sons').text).toContain('<dt>Questions</dt><dd>From the set “General questions”; the candidate named the role</dd>');
    expect(diploma(view).text).toContain('6 questions in one live interview, handed in once and without help');
  });

  it.each([['2027-02-26T10:00:00Z', '2 days left'], ['2027-02-27T10:00:00Z', 'less than a day left'], ['2027-02-28T09:59:59Z', 'less than a day left']])('counts the days that are left at %s', (now, left) => {
    expect(verdict(at(now), null).text).toContain(left);
  });

  it('says that it is not to be relied on when what stands there is not what was signed', () => {
    const { text } = verdict(at('2026-09-01T00:00:00Z'), { holds: false, checks: [] });
    expect(text).toContain('Do not rely on this');
    expect(text).not.toContain('Valid');
  });

  it('draws no score beyond the ends of the ruler', () => {
    expect(ruler('11', '-1').text).not.toMatch(/="(-|1[1-9]\d%)/);
  });

  it('plays a clip only where there is a place to play it from, and offers it for nothing else', () => {
    expect(at('2026-09-01T00:00:00Z').clip).toBeNull();
    expect(publicView(inscription, { now: new Date(), clip: { src: '/c/s/clip', captions: null } }).clip).toEqual({ src: '/c/s/clip', captions: null, question: 'Why?', score: '9.10', durationMs: 41_000 });
  });

  it('tells LinkedIn nothing but what its owner presses: what it is for, by whom, from when until when, and where it is', () => {
    const [, link = ''] = /href="(https:\/\/www\.linkedin\.com[^"]+)"/.exec(sharing(at('2026-09-01T00:00:00Z'), 'Söhne & Co').text) ?? [];
    expect(Object.fromEntries(new URL(link.replaceAll('&amp;', '&')).searchParams)).toEqual({
      startTask: 'CERTIFICATION_NAME', name: 'Interview certificate: Data & AI engineer, Senior', organizationName: 'Söhne & Co', issueYear: '2026', issueMonth: '8',
      expirationYear: '2027', expirationMonth: '2', certUrl: 'https://viva.test/c/s', certId: inscription.id,
    });
  });
});

describe('what is said of a certificate that is not shown', () => {
  const of = (wish: Partial<ShownCertificate>): ShownCertificate =>
    ({ id: inscription.id, state: 'valid', now: new Date(), issuedAt: inscription.issuedAt, validUntil: inscription.validUntil, revokedAt: null, revokedBecause: null, shown: null, ...wish });

  it('is nothing for a valid one', () => {
    expect(sayingOf(of({}))).toBeNull();
  });

  it.each([['hidden', 410], ['suspended', 200], ['expired', 200], ['revoked', 200]] as const)('says calmly that it is %s', (state, status) => {
    const saying = sayingOf(of({ state, revokedAt: new Date('2026-12-01T00:00:00Z') }));
    expect(saying?.status).toBe(status);
    expect(saying && told(saying).text).toMatch(/<h1>This certificate (is not public|is suspended|has expired|was revoked)<\/h1>/);
  });

  it('tells nothing about the person, whether they deleted their account, gave it back, or a notice they had agreed to was changed', () => {
    const [erased, givenBack, withoutClip] = (['erased', 'given_back', 'clip_withdrawn'] as const).map((revokedBecause) => sayingOf(of({ state: 'revoked', revokedBecause })));
    expect([erased, withoutClip]).toEqual([givenBack, givenBack]);
    // Where a changed notice ended it, nobody took anything back.
    expect(erased?.says).toContain('The consent it was shown under has ended.');
    expect(JSON.stringify(withoutClip)).not.toContain('took it back');
  });
});

describe('an opened page', () => {
  const browser = { 'user-agent': 'Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 Version/18.5 Safari/605.1.15' };
  it.each([
    [true, 'GET', browser], [false, 'HEAD', browser], [false, 'GET', {}], [false, 'GET', { ...browser, purpose: 'prefetch' }], [false, 'GET', { 'user-agent': 'LinkedInBot/1.0 (compatible; Mozilla/5.0)' }],
    [false, 'GET', { 'user-agent': 'facebookexternalhit/1.1' }], [false, 'GET', { 'user-agent': 'curl/8.14.1' }],
  ])('counts (%s) a %s of %j', (counts, method, headers) => {
    expect(isPerson({ method, headers })).toBe(counts);
  });
});
