import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { type StatusLists } from '../../../src/certificates/credentials/status/status-lists.js';
import { type Verdict } from '../../../src/certificates/credentials/verification/verifications.dto.js';
import { type Inscription } from '../../../src/certificates/facts.js';
import { accountOf, askedFor, earned, issued } from '../../support/certificates.js';
import { personWith } from '../../support/people.js';
import { SECRET, World } from '../../support/world.js';

interface Signed { id: string; slug: string; credential: string; jwt: string; list: number; index: number }

let world: World;
let lists: StatusLists;

beforeAll(async () => {
  world = await World.create();
  const { StatusLists } = await import('../../../src/certificates/credentials/status/status-lists.js');
  lists = world.app.get(StatusLists);
});
afterAll(() => world.destroy());

const fetched = (path: string, headers: Record<string, string> = {}): Promise<Response> => fetch(`${world.url}${path}`, { headers });
const verify = async (body: string | Buffer, type = 'text/plain'): Promise<Verdict> => {
  const answer = await fetch(`${world.url}/api/verifications`, { method: 'POST', headers: { 'content-type': type }, body: typeof body === 'string' ? body : new Uint8Array(body) });
  return (await answer.json()) as Verdict;
};
const set = (sql: string, id: string): Promise<unknown> => world.database.query(`update certificates.certificate set ${sql} where id = $1`, [id]);

/** Issued as rows, and signed as the issuer signs. */
async function signedOne(wish: { published?: boolean } = {}): Promise<Signed> {
  const accountId = await personWith(world, { email: `${randomUUID()}@example.com` });
  const { certificateId: id, slug } = await issued(world, accountId, wish);
  const { Credentials } = await import('../../../src/certificates/credentials/credentials.js');
  const { Database } = await import('../../../src/platform/db/index.js');
  const [row] = await world.database.query<Pick<Inscription, 'name' | 'facts' | 'issuedAt' | 'validUntil'>>(
    `select name, facts, issued_at as "issuedAt", valid_until as "validUntil" from certificates.content co join certificates.certificate c on c.id = co.certificate_id where c.id = $1`, [id]);
  if (!row) throw new Error('Nothing was issued');
  return world.app.get(Database).transaction(async (tx) => {
    const status = await lists.draw(tx);
    await tx.query('update certificates.certificate set status_list = $2, status_index = $3 where id = $1', [id, status.list, status.index]);
    const signed = await world.app.get(Credentials).sign(tx, { id, slug, url: `${world.url}/c/${slug}`, ...row }, { email: 'ada@example.com', subject: `urn:uuid:${randomUUID()}`, status });
    await tx.query('update certificates.content set credential = $2, jwt = $3 where certificate_id = $1', [id, signed.credential, signed.jwt]);
    return { id, slug, ...signed, ...status };
  });
}

/** Whether a bit is set on a list that was made just now. */
async function bit({ list, index }: Signed, purpose: 'suspension' | 'revocation'): Promise<boolean> {
  const { statusCredential } = await import('../../../src/certificates/credentials/status/status-credential.js');
  const { StatusRepository } = await import('../../../src/certificates/credentials/status/status.repository.js');
  const { Issuer } = await import('../../../src/certificates/credentials/issuer.js');
  const { Database } = await import('../../../src/platform/db/index.js');
  const tx = world.app.get(Database).alone;
  const ring = await lists.ringOf(tx, list);
  if (!ring) throw new Error('There is no such list');
  const indexes = await world.app.get(StatusRepository).indexes(tx, list, purpose);
  return isSet(await statusCredential(world.app.get(Issuer), ring, { number: list, purpose, indexes }, new Date()), index);
}

function isSet(credential: string, index: number): boolean {
  const { credentialSubject } = JSON.parse(credential) as { credentialSubject: { encodedList: string } };
  const bits = gunzipSync(Buffer.from(credentialSubject.encodedList.slice(1), 'base64url'));
  expect(bits.length * 8).toBeGreaterThanOrEqual(131_072);
  return ((bits[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0;
}

describe('keys', () => {
  it('are there soon after the first start, although nobody needed one yet, and are not made again', async () => {
    const { FirstKeys } = await import('../../../src/certificates/credentials/keys/first-keys.js');
    const made = async (): Promise<unknown[]> => world.database.query('select id from certificates.signing_key');
    expect(await made()).toEqual([]);
    await world.app.get(FirstKeys).make();
    const after = await made();
    expect(after).toHaveLength(1);
    await world.app.get(FirstKeys).make();
    expect(await made()).toEqual(after);
  });

  it('are made once, however many need the first at the same time, and nothing of them can be read from the database', async () => {
    const { SigningKeys } = await import('../../../src/certificates/credentials/keys/signing-keys.js');
    const { Database } = await import('../../../src/platform/db/index.js');
    const [keys, db] = [world.app.get(SigningKeys), world.app.get(Database)];
    const rings = await Promise.all(Array.from({ length: 6 }, () => db.transaction((tx) => keys.current(tx))));
    expect(new Set(rings.map(({ id }) => id)).size).toBe(1);
    const rows = await world.database.query<Record<string, unknown>>('select * from certificates.signing_key');
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(rings[0]?.edwards.export({ format: 'jwk' }).d);
    expect(JSON.stringify(rows)).not.toContain(rings[0]?.rsaSecret.export({ format: 'jwk' }).d);
  });

  it('are changed by an errand that is written down, and what was signed with the old ones still verifies', async () => {
    const before = await signedOne();
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', './test/support/typescript.mjs', 'src/runtime/rotate-keys.ts'], {
      cwd: join(import.meta.dirname, '../../..'), env: { PATH: process.env['PATH'], DATABASE_URL: world.database.applicationUrl, SECRET, PUBLIC_URL: world.url },
    });
    const after = await signedOne();
    const [{ id } = { id: '' }] = await world.database.query<{ id: string }>('select id from certificates.signing_key order by made_at desc limit 1');
    expect(stdout).toContain(`the key ${id} from now on`);
    const issuers = [before, after].map(({ credential }) => (JSON.parse(credential) as { issuer: { id: string } }).issuer.id);
    expect(issuers[1]).toBe(`did:key:${id}`);
    expect(issuers[0]).not.toBe(issuers[1]);
    expect([(await verify(before.credential)).result, (await verify(after.jwt)).result]).toEqual(['valid', 'valid']);
    // Each list is from the issuer of its certificates, which is what others compare.
    expect(after.list).toBe(before.list + 1);
    const listed = await Promise.all([before, after].map(async ({ list }) => ((await (await fetched(`/credentials/status/${list}`)).json()) as { issuer: string }).issuer));
    expect(listed).toEqual(issuers);
    expect(await world.database.query(`select detail ->> 'key' as key from audit.entry where action = 'certificates.keys_rotated'`)).toEqual([{ key: id }]);
  });
});

describe('the issuer', () => {
  it('has one name for all its keys where there is an https address, and says them all; without, the key is the name', async () => {
    const { Issuer } = await import('../../../src/certificates/credentials/issuer.js');
    const { Config } = await import('../../../src/platform/config/index.js');
    const { Policy } = await import('../../../src/platform/policy/index.js');
    const { newKeyRing } = await import('../../../src/certificates/credentials/keys/key-ring.js');
    const { signedCredential } = await import('../../../src/certificates/credentials/signed-credential.js');
    const { readUpload } = await import('../../../src/certificates/credentials/verification/read-upload.js');
    const policy = world.app.get(Policy);
    const issuer = new Issuer(Config.read({ SECRET, DATABASE_URL: 'postgres://none', PUBLIC_URL: 'https://viva.example:8443' }), policy);
    const now = new Date();
    const rings = await Promise.all([newKeyRing('viva.example', now), newKeyRing('viva.example', now)]);
    const document = issuer.document(rings) as { id: string; assertionMethod: string[] };
    expect(document).toMatchObject({ id: 'did:web:viva.example%3A8443', assertionMethod: rings.flatMap(({ id }) => [`did:web:viva.example%3A8443#${id}`, `did:web:viva.example%3A8443#rsa-${id}`]) });
    const [, old] = rings;
    const { anInscription } = await import('../../../src/certificates/drawing/inscription.fixture.js');
    const signed = await signedCredential(issuer, old, anInscription(), { email: 'ada@example.com', subject: `urn:uuid:${randomUUID()}`, salt: 'salt', status: { type: 'BitstringStatusListEntry' } });
    const ours = { rings: rings.map(({ id, rsa }) => ({ id, n: rsa.n ?? '' })) };
    for (const text of [signed.credential, signed.jwt]) {
      expect(await readUpload(Buffer.from(text), ours)).toMatchObject({ proof: 'good', key: old.id, issuer: document.id });
      expect(await readUpload(Buffer.from(text), { rings: [] })).toMatchObject({ proof: 'unknown', key: null });
    }
    expect((await fetched('/.well-known/did.json')).status).toBe(404);
  });
});

describe('the list of states', () => {
  it('says suspended while a certificate is not public or looked into, and revoked for good', async () => {
    const one = await signedOne();
    const bits = async (): Promise<boolean[]> => [await bit(one, 'suspension'), await bit(one, 'revocation')];
    expect(await bits()).toEqual([false, false]);
    await world.database.query('create table public.kept as select * from certificates.publication where certificate_id = $1', [one.id]);
    await world.database.query('delete from certificates.publication where certificate_id = $1', [one.id]);
    expect(await bits()).toEqual([true, false]);
    await world.database.query('insert into certificates.publication select * from public.kept');
    expect(await bits()).toEqual([false, false]);
    await set('suspended_at = clock.now()', one.id);
    expect(await bits()).toEqual([true, false]);
    await set(`suspended_at = null, state = 'revoked', revoked_at = clock.now(), revoked_because = 'given_back'`, one.id);
    expect(await bits()).toEqual([true, true]);
  });

  it('is served to anybody for half a minute at a time, and not again to whoever has it', async () => {
    const { list, credential } = await signedOne();
    const { credentialStatus } = JSON.parse(credential) as { credentialStatus: object };
    expect(credentialStatus).toMatchObject({ statusPurpose: 'suspension', statusListCredential: `${world.url}/credentials/status/${list}` });
    const answer = await fetched(`/credentials/status/${list}`);
    const etag = answer.headers.get('etag') ?? '';
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([200, 'application/vc', 'public, max-age=30']);
    expect(await answer.json()).toMatchObject({ type: ['VerifiableCredential', 'BitstringStatusListCredential'], credentialSubject: { statusPurpose: 'suspension' } });
    const again = await fetched(`/credentials/status/${list}`, { 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(await (await fetched(`/credentials/status/${list}/revocation`)).json()).toMatchObject({ credentialSubject: { statusPurpose: 'revocation' } });
    for (const absent of ['999', '0', '-1', 'x', '1e0']) expect((await fetched(`/credentials/status/${absent}`)).status).toBe(404);
  });

  it('gives each place to one certificate, and is followed by another once it is half full', async () => {
    const { Database } = await import('../../../src/platform/db/index.js');
    const db = world.app.get(Database);
    const { list, index } = await signedOne();
    await world.database.query(
      `insert into certificates.certificate (id, slug, state, issued_at, valid_until, status_list, status_index)
       select gen_random_uuid(), lpad(place::text, 22, '0'), 'expired', clock.now(), clock.now(), $1, place from generate_series(0, 65535) place
       where not exists (select from certificates.certificate where status_list = $1 and status_index = place)`, [list]);
    // Every other draw meets somebody, and the first that does begins the next list.
    const next = await db.transaction(async (tx) => {
      for (let draw = 0; draw < 64; draw += 1) {
        const place = await lists.draw(tx);
        if (place.list !== list) return place.list;
      }
      return list;
    });
    expect(next).toBe(list + 1);
    const other = await signedOne();
    await expect(set(`status_list = ${list}, status_index = ${index}`, other.id)).rejects.toThrow(/certificate_status_list_status_index_key/);
  });
});

describe('a check', () => {
  it('says valid, and shows what the register knows', async () => {
    const { credential, jwt, slug } = await signedOne();
    const url = `${world.url}/c/${slug}`;
    const genuine = { result: 'valid', certificate: { name: 'Ada Example', roleTitle: 'Software engineer, Mid-level', overall: '8.04', url }, checks: ['found', 'signature', 'issuer', 'register'].map((what) => ({ what, passed: true })) };
    expect(await verify(jwt)).toMatchObject(genuine);
    expect(await verify(credential, 'application/json')).toMatchObject(genuine);
    expect(await verify(JSON.stringify({ text: ` ${url} ` }), 'application/json')).toMatchObject(genuine);
  });

  it('tells revoked, suspended, unpublished and expired apart, of the credential and of the link, and shows nobody then', async () => {
    const [revoked, suspended, unpublished, expired, unallowed] = [await signedOne(), await signedOne(), await signedOne({ published: false }), await signedOne(), await signedOne()];
    await world.database.query(`update consent.live_grant set expires_at = clock.now() where purpose = 'public_certificate' and scope = $1`, [unallowed.id]);
    expect(await bit(unallowed, 'suspension')).toBe(true);
    await set(`state = 'revoked', revoked_at = clock.now(), revoked_because = 'operator'`, revoked.id);
    await set('suspended_at = clock.now()', suspended.id);
    await set(`valid_until = clock.now()`, expired.id);
    for (const [one, result] of [[revoked, 'revoked'], [suspended, 'suspended'], [unpublished, 'suspended'], [unallowed, 'suspended'], [expired, 'expired']] as const) {
      for (const said of [one.jwt, `${world.url}/c/${one.slug}`]) {
        const verdict = await verify(said);
        expect(verdict).toMatchObject({ result, checks: expect.arrayContaining([{ what: 'register', passed: false, says: expect.any(String) }]) });
        expect(JSON.stringify(verdict)).not.toContain('Ada');
      }
    }
  });

  it('says tampered of a changed word, and of one in our name that we did not sign', async () => {
    const { credential, jwt } = await signedOne();
    expect(await verify(credential.replace('8.04', '9.90'))).toMatchObject({ result: 'tampered', checks: [{ what: 'found' }, { what: 'signature', passed: false }] });
    const [, claims = ''] = jwt.split('.');
    const header = Buffer.from('{"alg":"ES256","typ":"JWT"}').toString('base64url');
    expect(await verify(`${header}.${claims}.AAAA`)).toMatchObject({ result: 'tampered' });
  });

  it('says tampered of a genuine credential with words that its signature does not cover, and valid of one that was only written anew', async () => {
    const { credential } = await signedOne();
    const said = JSON.parse(credential) as { credentialSubject: object; name: string };
    const aside = JSON.stringify({ ...said, credentialSubject: { ...said.credentialSubject, '@index': 'Director of everything' } });
    expect(await verify(aside)).toMatchObject({ result: 'tampered', checks: expect.arrayContaining([{ what: 'file', passed: false, says: expect.any(String) }]) });
    const { name, ...others } = said;
    expect(await verify(JSON.stringify({ ...others, name }))).toMatchObject({ result: 'valid' });
  });

  it('says tampered of one that bears an address of ours and that somebody else signed in their own name', async () => {
    const { newKeyRing } = await import('../../../src/certificates/credentials/keys/key-ring.js');
    const { proven } = await import('../../../src/certificates/credentials/proof.js');
    const { offlineLoader } = await import('../../../src/certificates/credentials/contexts.js');
    const stranger = await newKeyRing('elsewhere.example', new Date());
    const issuer = `did:key:${stranger.id}`;
    const { slug } = await signedOne();
    const said = { '@context': ['https://www.w3.org/ns/credentials/v2'], id: `${world.url}/c/${slug}`, type: ['VerifiableCredential'], issuer, validFrom: '2026-01-01T00:00:00Z', credentialSubject: { id: 'urn:uuid:0b6bb6a8-5cbd-4f0b-8a4d-0d6e3a0b8b11' } };
    const theirs = JSON.stringify(await proven(said, { method: `${issuer}#${stranger.id}`, secret: stranger.edwards }, new Date(), offlineLoader(new Set())));
    expect(await verify(theirs)).toMatchObject({ result: 'tampered', checks: [{ what: 'found' }, { what: 'signature', passed: true }, { what: 'issuer', passed: false }] });
  });

  it('takes paper and pictures as they were downloaded, and says tampered of one that was changed around its genuine credential', async () => {
    const visitor = await world.candidate(`${randomUUID()}@example.com`);
    const { interviewId } = await earned(world, await accountOf(visitor));
    const { certificateId } = await askedFor(world, visitor, interviewId, { published: true });
    await world.settle();
    const file = async (kind: string): Promise<Buffer> => Buffer.from(await (await fetched(`/api/certificates/${certificateId}/files/${kind}`, { cookie: visitor.cookie })).arrayBuffer());
    const [paper, picture, drawing] = [await file('pdf_letter'), await file('badge_png'), await file('badge_svg')];
    const last = (verdict: Verdict): object => ({ result: verdict.result, last: verdict.checks.at(-1) });
    for (const [bytes, type] of [[paper, 'application/pdf'], [picture, 'image/png'], [drawing, 'image/svg+xml']] as const) {
      expect(last(await verify(bytes, type))).toMatchObject({ result: 'valid', last: { what: 'file', passed: true } });
    }
    const changed = Buffer.concat([paper, Buffer.from('\n% one more line')]);
    expect(last(await verify(changed, 'application/octet-stream'))).toMatchObject({ result: 'tampered', last: { what: 'file', passed: false } });
  });

  it('says that a credential is from somebody else, and whether its signature holds', async () => {
    const { newKeyRing } = await import('../../../src/certificates/credentials/keys/key-ring.js');
    const { proven } = await import('../../../src/certificates/credentials/proof.js');
    const { offlineLoader } = await import('../../../src/certificates/credentials/contexts.js');
    const stranger = await newKeyRing('elsewhere.example', new Date());
    const issuer = { id: `did:key:${stranger.id}`, type: ['Profile'], name: 'Else\u202ewhere\nValid' };
    const said = { '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiableCredential'], issuer: issuer.id, validFrom: '2026-01-01T00:00:00Z', credentialSubject: { id: 'urn:uuid:0b6bb6a8-5cbd-4f0b-8a4d-0d6e3a0b8b11' } };
    const theirs = JSON.stringify(await proven(said, { method: `${issuer.id}#${stranger.id}`, secret: stranger.edwards }, new Date(), offlineLoader(new Set())));
    expect(await verify(theirs)).toMatchObject({ result: 'foreign_issuer', why: expect.stringContaining(issuer.id), checks: [{ what: 'found' }, { what: 'signature', passed: true }, { what: 'issuer', passed: false }] });
    const elsewhere = JSON.stringify({ ...said, issuer: { ...issuer, id: 'did:web:elsewhere.example' } });
    expect(await verify(elsewhere)).toMatchObject({ result: 'foreign_issuer', why: expect.stringContaining('“Else where Valid”, “did:web:elsewhere.example”'), checks: [{ what: 'found' }, { what: 'signature', passed: null }, { what: 'issuer', passed: false }] });
  });

  it('says that something is no credential, opens no link, and takes nothing that is too large', async () => {
    const nobodys = '/c/AAAAAAAAAAAAAAAAAAAAAA';
    const list = await (await fetched('/credentials/status/1')).text();
    for (const said of [list, 'I am certified.', `https://elsewhere.example${nobodys}`, `${world.url}${nobodys}`]) expect(await verify(said)).toMatchObject({ result: 'not_a_credential' });
    expect(await verify(Buffer.from('%PDF-1.7 and then nothing'), 'application/pdf')).toMatchObject({ result: 'not_a_credential' });
    const large = await fetch(`${world.url}/api/verifications`, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: new Uint8Array(10 * 1024 * 1024 + 1) });
    expect([large.status, ((await large.json()) as { code: string }).code]).toEqual([413, 'certificates.proof_too_large']);
  });

  it('is refused to a network that asks too often', async () => {
    const limit = 120;
    await world.database.query('update http.rate_limit set tries = $1', [limit]);
    const answer = await fetch(`${world.url}/api/verifications`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x' });
    expect(answer.status).toBe(429);
  });
});
