import { createHash, verify, X509Certificate } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { type Inscription } from '../facts.js';
import { bakePng, credentialInPng } from './baking/png.js';
import { bakeSvg, credentialInSvg } from './baking/svg.js';
import { type IssuerNames } from './issuer.js';
import { type KeyRing, newKeyRing, ringOf, secretsOf } from './keys/key-ring.js';
import { PdfSigner } from './keys/pdf-signer.js';
import { signedCredential, type SignedCredential } from './signed-credential.js';
import { statusEntry } from './status/status-entry.js';
import { type OurKeys, type Reading } from './verification/reading.js';
import { readUpload } from './verification/read-upload.js';

const URL_OF_IT = 'https://viva.example/c/AAAAAAAAAAAAAAAAAAAAAA';
const NOW = new Date('2026-08-31T10:00:00.250Z');
const ABOUT = { email: 'Ada@Example.com', subject: 'urn:uuid:0b6bb6a8-5cbd-4f0b-8a4d-0d6e3a0b8b11', salt: 'pepper', status: statusEntry('https://viva.example', { list: 1, index: 94_567 }) };
const INSCRIPTION: Inscription = {
  id: '0b6bb6a8-5cbd-4f0b-8a4d-0d6e3a0b8b12', slug: 'AAAAAAAAAAAAAAAAAAAAAA', url: URL_OF_IT, name: 'Ada Lovelace', issuedAt: NOW, validUntil: new Date('2027-02-28T10:00:00.250Z'),
  facts: {
    roleTitle: 'Software engineer', levelTitle: 'Mid-level', overall: '8.04', exact: '201/25', mark: '7.5', competencies: [{ title: 'Problem solving', score: '8.10' }], questions: 5,
    evaluator: { name: 'built-in', version: '3', builtIn: true, person: false }, rubric: 'vv-1', transcripts: ['program', 'typed'], transcribers: ['Whisper base.en'], takenAt: '2026-08-30T10:00:00.000Z',
    clip: { question: 'Tell me about the hardest bug you found.', score: '8.40', durationMs: 61_000 },
  },
};
/** As Issuer is with an address that is not https. */
const issuer: IssuerNames = {
  url: 'https://viva.example',
  profile: ({ id }) => ({ id: `did:key:${id}`, type: ['Profile'], name: 'Viva', url: 'https://viva.example' }),
  methodOf: ({ id }) => `did:key:${id}#${id}`,
  keyOfJwt: ({ rsa }) => ({ jwk: rsa }),
};

let ring: KeyRing;
let other: KeyRing;
let signed: SignedCredential;
let keys: OurKeys;

beforeAll(async () => {
  [ring, other] = await Promise.all([newKeyRing('viva.example', NOW), newKeyRing('elsewhere.example', NOW)]);
  signed = await signedCredential(issuer, ring, INSCRIPTION, ABOUT);
  keys = { rings: [{ id: ring.id, n: ring.rsa.n ?? '' }] };
});

const read = (text: string, known = keys): Promise<Reading> => readUpload(Buffer.from(text), known);
const partsOf = (jwt: string): [Record<string, unknown>, Record<string, unknown>] => jwt.split('.').slice(0, 2).map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>) as [Record<string, unknown>, Record<string, unknown>];
const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a credential', () => {
  it('says who earned what, by which score, judged by whom and written down by whom, and where its state is told', () => {
    const { credentialSubject: { identifier, achievement, result }, ...credential } = JSON.parse(signed.credential) as Record<string, never> & { credentialSubject: Record<string, never> };
    expect(credential).toMatchObject({
      type: ['VerifiableCredential', 'OpenBadgeCredential'], id: URL_OF_IT, validFrom: '2026-08-31T10:00:00Z', validUntil: '2027-02-28T10:00:00Z', name: 'Software engineer, Mid-level',
      issuer: { id: `did:key:${ring.id}`, type: ['Profile'] },
      evidence: [{ id: `${URL_OF_IT}/clip`, type: ['Evidence'], genre: 'Video' }],
      credentialSchema: [{ type: '1EdTechJsonSchemaValidator2019' }],
      credentialStatus: { type: 'BitstringStatusListEntry', statusListIndex: '94567', statusListCredential: 'https://viva.example/credentials/status/1' },
      proof: [{ type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022', proofPurpose: 'assertionMethod', verificationMethod: `did:key:${ring.id}#${ring.id}` }],
    });
    expect(identifier).toEqual([
      { type: 'IdentityObject', hashed: true, identityType: 'emailAddress', salt: 'pepper', identityHash: `sha256$${createHash('sha256').update('ada@example.compepper').digest('hex')}` },
      { type: 'IdentityObject', hashed: false, identityType: 'name', identityHash: 'Ada Lovelace' },
    ]);
    expect(achievement).toMatchObject({
      name: 'Software engineer, Mid-level',
      criteria: { narrative: expect.stringMatching(/Built-in evaluator, version 3[^]*Whisper base\.en[^]*typed by the candidate/) as string },
      resultDescription: [{ name: 'Score', resultType: 'RawScore', valueMin: '0', valueMax: '10', requiredValue: '7.5' }, { name: 'Problem solving' }],
    });
    expect(result).toMatchObject([{ value: '8.04' }, { value: '8.10' }]);
  });

  it('is the same text each time it is signed', async () => {
    expect((await signedCredential(issuer, ring, INSCRIPTION, ABOUT)).credential).toBe(signed.credential);
  });

  it('says what was asked of whom in words that hold, and whose questions they were where the candidate named the role', async () => {
    const said = { ...INSCRIPTION, facts: { ...INSCRIPTION.facts, roleTitle: 'Chief pilot', questionSet: 'General questions' } };
    expect((await signedCredential(issuer, ring, said, ABOUT)).credential).toContain('Questions: From the set “General questions”; the candidate named the role.');
    expect(signed.credential).toContain('what was handed in first counts, and no outline of an answer to its questions had been shown to them here before');
    expect(signed.credential).not.toContain('Questions: ');
  });

  it('names no video when there is none', async () => {
    const { credential } = await signedCredential(issuer, ring, { ...INSCRIPTION, facts: { ...INSCRIPTION.facts, clip: null } }, ABOUT);
    expect(JSON.parse(credential)).not.toHaveProperty('evidence');
  });

  it('is a JWT with the members of a credential at its top, and no claim that wraps them', () => {
    const [header, claims] = partsOf(signed.jwt);
    expect(header).toMatchObject({ alg: 'RS256', typ: 'JWT', jwk: { kty: 'RSA' } });
    expect(claims).toMatchObject({ iss: `did:key:${ring.id}`, sub: ABOUT.subject, jti: URL_OF_IT, nbf: 1_788_170_400, exp: 1_803_808_800, type: ['VerifiableCredential', 'OpenBadgeCredential'] });
    expect(claims).not.toHaveProperty('vc');
    expect(claims).not.toHaveProperty('proof');
  });
});

describe('what is checked', () => {
  it('is good and ours as JSON, JWT, in a PNG and in an SVG', async () => {
    const ours = { proof: 'good', key: ring.id, id: URL_OF_IT, issuer: `did:key:${ring.id}` };
    expect(await read(signed.credential)).toMatchObject({ carrier: 'text', ...ours });
    expect(await read(signed.jwt)).toMatchObject({ carrier: 'text', ...ours });
    expect(await readUpload(bakePng(PNG, signed.credential), keys)).toMatchObject({ carrier: 'png', ...ours });
    expect(await read(bakeSvg(SVG, signed.jwt))).toMatchObject({ carrier: 'svg', ...ours });
  });

  it.each([['a better score', '"8.04"', '"9.99"'], ['another name', 'Ada Lovelace', 'Eve Example'], ['a later end', '2027-02-28', '2029-02-28'], ['another place on the list', '94567', '94568']])('is bad with %s', async (_, from, to) => {
    expect(await read(signed.credential.replaceAll(from, to))).toMatchObject({ proof: 'bad' });
    const [head = '', body = '', signature = ''] = signed.jwt.split('.');
    const changed = Buffer.from(Buffer.from(body, 'base64url').toString().replaceAll(from, to)).toString('base64url');
    expect(await read([head, changed, signature].join('.'))).toMatchObject({ proof: 'bad' });
  });

  it('is never ours under the key of somebody else, whatever it says of itself', async () => {
    const theirs = await signedCredential(issuer, other, INSCRIPTION, ABOUT);
    expect(await read(theirs.credential)).toMatchObject({ proof: 'good', key: null });
    const inOurName = await signedCredential({ ...issuer, profile: () => issuer.profile(ring) }, other, INSCRIPTION, ABOUT);
    expect(await read(inOurName.credential)).toMatchObject({ proof: 'bad' });
    expect(await read(inOurName.jwt)).toMatchObject({ proof: 'good', key: null, issuer: `did:key:${ring.id}` });
  });

  it('is bad as a JWT without a signature, or with one made of what everybody knows', async () => {
    const [{ jwk, ...header }, claims] = partsOf(signed.jwt);
    expect(await read(`${encoded({ ...header, alg: 'none' })}.${encoded(claims)}.`)).toMatchObject({ proof: 'bad', key: null });
    expect(await read(`${encoded({ ...header, jwk, alg: 'HS256' })}.${encoded(claims)}.AAAA`)).toMatchObject({ proof: 'bad', key: null });
  });

  it('cannot be told where a key or a context would have to be fetched, or the kind of proof is another', async () => {
    const credential = JSON.parse(signed.credential) as { proof: [object]; '@context': string[] };
    const [proof] = credential.proof;
    const changed = [
      { ...credential, proof: [{ ...proof, verificationMethod: 'did:web:elsewhere.example#key-1' }] }, { ...credential, proof: [{ ...proof, cryptosuite: 'ecdsa-rdfc-2019' }] },
      { ...credential, proof: [proof, proof] }, { ...credential, '@context': [...credential['@context'], { name: 'https://schema.org/nothing' }] }, { ...credential, proof: undefined },
    ];
    for (const one of changed) expect(await read(JSON.stringify(one))).toMatchObject({ proof: 'unknown', key: null });
  });

  it.each([['nothing', ''], ['a text', 'I am certified.'], ['an object', '{"name":"Ada"}'], ['a list', '[]'], ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"></svg>'], ['half an object', '{"@context":'], ['no JWT', 'a.b.c']])('is no credential when it is %s', async (_, text) => {
    expect(await read(text)).toBeNull();
  });

  it('is no credential when it is a picture without one', async () => {
    expect(await readUpload(PNG, keys)).toBeNull();
  });
});

describe('a baked badge', () => {
  it('holds the credential to the last letter, uncompressed and once, and stays the same picture', () => {
    const twice = bakePng(bakePng(PNG, 'an older one'), signed.credential);
    expect(credentialInPng(twice)).toBe(signed.credential);
    expect(twice.toString('latin1').split('openbadgecredential')).toHaveLength(2);
    expect(twice.includes(Buffer.from(signed.credential))).toBe(true);
    expect(twice.subarray(-32)).toEqual(PNG.subarray(-32));
  });

  it('reads what others baked compressed', () => {
    const packed = chunk('iTXt', Buffer.concat([Buffer.from('openbadgecredential\0\x01\0\0\0', 'latin1'), deflateSync(Buffer.from(signed.credential))]));
    expect(credentialInPng(Buffer.concat([PNG.subarray(0, 33), packed, PNG.subarray(33)]))).toBe(signed.credential);
  });

  it('holds the credential verbatim in a drawing, whatever stands in it', async () => {
    const awkward = signed.credential.replace('Ada Lovelace', 'Ada ]]> & <b>"$&$1');
    expect(await credentialInSvg(bakeSvg(SVG, awkward))).toBe(awkward);
    expect(bakeSvg(SVG, signed.credential)).toContain(`<openbadges:credential><![CDATA[${signed.credential}]]>`);
  });
});

describe('keys', () => {
  it('are the same after they were written down and read again', async () => {
    const again = ringOf(ring, secretsOf(ring));
    expect((await signedCredential(issuer, again, INSCRIPTION, ABOUT)).credential).toBe(signed.credential);
  });

  it('vouch for themselves in a certificate that others can read', () => {
    const x509 = new X509Certificate(ring.x509);
    expect(x509.subject).toBe('CN=viva.example');
    expect(x509.verify(x509.publicKey)).toBe(true);
    expect([x509.validFromDate, x509.validToDate].map((at) => at.toISOString())).toEqual(['2026-08-31T10:00:00.000Z', '2046-08-31T10:00:00.000Z']);
  });

  it('sign a paper: the digest of its bytes stands in what is signed', async () => {
    const pdf = Buffer.from('%PDF-1.7 …');
    const cms = await new PdfSigner(ring.rsaSecret, ring.x509, NOW).sign(pdf);
    expect(cms.includes(createHash('sha256').update(pdf).digest())).toBe(true);
    // Behind the certificate: a key and a signature may hold these bytes, too.
    const at = cms.indexOf(Buffer.from([0xa0, 0x69, 0x30]), cms.indexOf(ring.x509) + ring.x509.length);
    const said = Buffer.concat([Buffer.from([0x31]), cms.subarray(at + 1, at + 2 + 0x69)]);
    expect(verify('sha256', said, new X509Certificate(ring.x509).publicKey, cms.subarray(-256))).toBe(true);
  });
});

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
}

const SVG = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>';
const HEADER = Buffer.from('0000000100000001080600000', 'hex');
const PNG = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', Buffer.concat([HEADER, Buffer.alloc(13 - HEADER.length)])),
  chunk('IDAT', deflateSync(Buffer.alloc(5))), chunk('IEND', Buffer.alloc(0)),
]);
