import { randomUUID } from 'node:crypto';
import { type Inscription } from '../../../src/certificates/facts.js';
import { accountOf, issued, type IssuedCertificate } from '../../support/certificates.js';
import { allow, takeBack } from '../../support/consents.js';
import { type Answer, type Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';

const BROWSER = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };
const HOSTILE = '<script>alert("Ada")</script> & \'Söhne\'';

describe('the public page of a certificate', () => {
  let world: World;
  let owner: Visitor;
  let ownerId: string;
  let certificate: IssuedCertificate;

  beforeAll(async () => {
    world = await World.create();
    owner = await world.candidate('owner@example.com');
    ownerId = await accountOf(owner);
    certificate = await issued(world, ownerId, { name: HOSTILE, clip: true });
  });
  afterAll(() => world.destroy());

  const open = (path = '', slug = certificate.slug, headers: Record<string, string> = BROWSER): Promise<Answer> => world.visitor().get(`/c/${slug}${path}`, headers);
  const change = (sql: string, id = certificate.certificateId): Promise<unknown> => world.database.query(`update certificates.certificate set ${sql} where id = $1`, [id]);
  const views = async (): Promise<number> => {
    const { Views } = await import('../../../src/certificates/public/views.js');
    const { Database } = await import('../../../src/platform/db/index.js');
    return (await world.app.get(Views).of(world.app.get(Database).alone, certificate.certificateId)).total;
  };

  /** Signs it as its issuing does. */
  const signed = async ({ certificateId, slug }: IssuedCertificate): Promise<void> => {
    const { Credentials } = await import('../../../src/certificates/credentials/credentials.js');
    const { StatusLists } = await import('../../../src/certificates/credentials/status/status-lists.js');
    const { Database } = await import('../../../src/platform/db/index.js');
    const [row] = await world.database.query<Pick<Inscription, 'name' | 'facts' | 'issuedAt' | 'validUntil'>>(
      'select b.name, b.facts, c.issued_at as "issuedAt", c.valid_until as "validUntil" from certificates.certificate c join certificates.content b on b.certificate_id = c.id where c.id = $1', [certificateId]);
    if (!row) throw new Error('There is nothing to sign');
    const { jwt } = await world.app.get(Database).transaction(async (tx) => world.app.get(Credentials).sign(tx, { ...row, id: certificateId, slug, url: `${world.url}/c/${slug}` },
      { email: 'owner@example.com', subject: `urn:uuid:${certificateId}`, status: await world.app.get(StatusLists).draw(tx) }));
    await world.database.query('update certificates.content set jwt = $2 where certificate_id = $1', [certificateId, jwt]);
  };

  it('shows who, for what and how it was judged, works without a script, and tells programs not to list it', async () => {
    const { status, text, headers } = await open();
    expect(status).toBe(200);
    for (const shown of ['Software engineer, Mid-level', '8.04', 'Problem solving', 'Built-in evaluator, version 1', 'vv-1', 'Typed by the candidate', '<video controls', '<track kind="captions"', 'Valid']) expect(text).toContain(shown);
    expect(text).toContain(`<meta property="og:image" content="${world.url}/c/${certificate.slug}/card.png">`);
    expect(text).toContain('<meta name="robots" content="noindex, noarchive">');
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('set-cookie')).toBeNull();
  });

  it('says a name as it is, whatever is in it, and no address', async () => {
    for (const { text } of [await open(), await open('/embed')]) {
      expect(text).toContain('&lt;script&gt;alert(&quot;Ada&quot;)&lt;/script&gt; &amp; &#39;Söhne&#39;');
      expect(text).not.toContain('<script>');
      expect(text).not.toContain('owner@example.com');
      expect(text).not.toMatch(/<[^>]* (style|on\w+)=|<style/);
    }
  });

  it('checks its own signature each time it is opened, and warns when what stands there is not what was signed', async () => {
    await signed(certificate);
    const { text } = await open();
    for (const said of ['Checked just now', 'It was signed here, and the signature fits.', 'are those that were signed']) expect(text).toContain(said);
    for (const forged of [`facts = jsonb_set(facts, '{overall}', '"9.99"')`, `name = 'Eve Example'`, `jwt = left(jwt, -4) || 'AAAA'`]) {
      const [before] = await world.database.query('select facts, name, jwt from certificates.content where certificate_id = $1', [certificate.certificateId]);
      await world.database.query(`update certificates.content set ${forged} where certificate_id = $1`, [certificate.certificateId]);
      expect((await open()).text).toContain('Do not rely on this.');
      await world.database.query('update certificates.content set facts = $2, name = $3, jwt = $4 where certificate_id = $1', [certificate.certificateId, ...Object.values(before ?? {})]);
    }
    expect((await open()).text).toContain('Checked just now');
  });

  it('lets nothing but its small page be framed elsewhere', async () => {
    const { status, headers } = await open('/embed');
    expect(status).toBe(200);
    expect(headers.get('content-security-policy')).toContain('frame-ancestors *');
    expect(headers.get('x-frame-options')).toBeNull();
  });

  it('counts who opens it, but neither its owner, nor programs, nor those that ask for the headers alone', async () => {
    const before = await views();
    await open();
    expect(await views()).toBe(before + 1);
    const head = await world.visitor().send('HEAD', `/c/${certificate.slug}`, undefined, BROWSER);
    expect([head.status, head.text]).toEqual([200, '']);
    await open('', certificate.slug, { 'user-agent': 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)' });
    await open('', certificate.slug, { ...BROWSER, 'sec-purpose': 'prefetch' });
    await open('/embed');
    expect((await owner.get(`/c/${certificate.slug}`, BROWSER)).status).toBe(200);
    expect(await views()).toBe(before + 1);
  });

  it('answers a link that leads nowhere with the same bytes, whether it could lead anywhere or not', async () => {
    const draft = await issued(world, ownerId, { published: false });
    await change(`state = 'in_check', expires_at = null`, draft.certificateId);
    const { status, text } = await open('', 'A'.repeat(22));
    expect(status).toBe(404);
    for (const slug of [draft.slug, 'short', `${certificate.slug}x`, "'; drop table", '%00']) {
      const answer = await open('', encodeURIComponent(slug));
      expect([answer.status, answer.text]).toEqual([404, text]);
    }
    expect((await open('/clip', 'A'.repeat(22))).text).toBe((await open('/clip', 'malformed')).text);
  });

  it('[MO13] is gone the moment its owner takes the consent back, with its video, and comes back with it', async () => {
    const { slug, certificateId } = certificate;
    const part = { range: 'bytes=0-99' };
    expect((await open('/clip', slug, part)).status).toBe(206);
    expect((await world.visitor().send('HEAD', `/c/${slug}/clip`)).status).toBe(200);
    expect((await open('/captions.vtt')).text).toContain('I read the logs.');
    expect((await open('/card.png')).headers.get('content-type')).toBe('image/png');
    await takeBack(world, ownerId, 'public_certificate', certificateId);
    const gone = await open();
    expect([gone.status, gone.text.includes('Söhne'), gone.text.includes('is not public')]).toEqual([410, false, true]);
    expect((await open('/embed')).status).toBe(410);
    for (const path of ['/clip', '/captions.vtt', '/card.png']) expect((await open(path, slug, part)).status).toBe(404);
    await allow(world, ownerId, 'public_certificate', certificateId);
    expect((await open()).status).toBe(200);
    expect((await open('/clip', slug, part)).status).toBe(206);
  });

  it('says calmly when one network opens more pages than anybody reads, and until when', async () => {
    // The minute it counts may be over by now: it begins anew.
    await world.database.query(`update http.rate_limit set tries = 1000000, window_ends_at = clock.now() + interval '1 minute'`);
    const { status, text, headers } = await open();
    expect([status, headers.get('content-type'), text.includes('That was a little quick'), text.includes('8.04')]).toEqual([429, 'text/html; charset=utf-8', true, false]);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    await world.database.query('delete from http.rate_limit');
    expect((await open()).status).toBe(200);
  });

  it('hides everything while whoever runs the place looks into it', async () => {
    await change('suspended_at = clock.now()');
    const { status, text } = await open();
    expect([status, text.includes('is suspended'), text.includes('8.04')]).toEqual([200, true, false]);
    expect((await open('/clip')).status).toBe(404);
    await change('suspended_at = null');
  });

  it('shows nobody anything from the second it expires, whether or not it has been tidied away', async () => {
    const [{ until } = { until: '' }] = await world.database.query<{ until: string }>('select valid_until::text as until from certificates.certificate where id = $1', [certificate.certificateId]);
    await change('valid_until = clock.now()');
    const { status, text } = await open();
    expect([status, text.includes('has expired'), text.includes('8.04'), text.includes('Söhne')]).toEqual([200, true, false, false]);
    for (const path of ['/clip', '/captions.vtt', '/card.png']) expect((await open(path)).status).toBe(404);
    await change(`valid_until = '${until}'`);
    expect((await open()).status).toBe(200);
  });

  it('[MO13] is revoked, and all of it deleted, in the commit that takes back the consent to its video', async () => {
    const { certificateId, slug } = await issued(world, ownerId, { clip: true });
    await takeBack(world, ownerId, 'certificate_clip', certificateId);
    const { status, text } = await open('', slug);
    expect([status, text.includes('was revoked'), text.includes('The consent it was shown under has ended.'), text.includes('Ada Example')]).toEqual([200, true, true, false]);
    expect((await open('/clip', slug)).status).toBe(404);
    const left = await world.database.query(
      `select (select count(*)::int from certificates.content where certificate_id = $1) as content, (select count(*)::int from certificates.file where certificate_id = $1) as files,
              (select count(*)::int from consent.live_grant where scope = $1::text) as grants`, [certificateId]);
    expect(left).toEqual([{ content: 0, files: 0, grants: 0 }]);
  });

  it('is switched on and off where its owner looks at it, and called by what it is for among what they allow', async () => {
    const { certificateId, slug } = await issued(world, ownerId, { published: false });
    const { purposes } = (await owner.get('/api/purposes')).body as { purposes: { purpose: string; version: number; control: string }[] };
    const { version, control } = purposes.find(({ purpose }) => purpose === 'public_certificate') ?? { version: 0, control: '' };
    const given = await owner.post('/api/consents', {
      purpose: 'public_certificate', scope: certificateId, noticeVersion: version, wording: control, locale: 'en', where: `/certificates/${certificateId}`, eventId: randomUUID(),
    });
    expect([given.status, given.body]).toEqual([200, expect.objectContaining({ live: true, recipient: expect.stringMatching(/^Certificate: Software engineer, Mid-level, \d+ \w+ \d{4}$/) })]);
    expect((await open('', slug)).status).toBe(200);
    expect((await owner.send('DELETE', `/api/consents/public_certificate?scope=${certificateId}&eventId=${randomUUID()}`)).status).toBe(204);
    expect((await open('', slug)).status).toBe(410);
  });

  it('can be made public by its owner alone, and a video be allowed only while it is offered', async () => {
    const stranger = await accountOf(await world.candidate());
    const { certificateId } = certificate;
    await expect(allow(world, stranger, 'public_certificate', certificateId)).rejects.toMatchObject({ status: 404 });
    await expect(allow(world, ownerId, 'public_certificate', randomUUID())).rejects.toMatchObject({ status: 404 });
    await expect(allow(world, ownerId, 'public_certificate', 'malformed')).rejects.toMatchObject({ status: 404 });
    const plain = await issued(world, ownerId);
    await expect(allow(world, ownerId, 'certificate_clip', plain.certificateId)).rejects.toMatchObject({ code: 'certificates.clip_settled' });
    await change('valid_until = clock.now()', plain.certificateId);
    await expect(allow(world, ownerId, 'public_certificate', plain.certificateId)).rejects.toMatchObject({ code: 'certificates.over' });
  });
});
