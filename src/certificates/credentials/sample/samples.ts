import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newId, newToken } from '../../../kernel/index.js';
import { type Policy } from '../../../platform/policy/index.js';
import { CertificatePaper } from '../../drawing/certificate-paper.js';
import { CertificatePictures } from '../../drawing/certificate-pictures.js';
import { type CertificateFacts, type Inscription } from '../../facts.js';
import { bakePng } from '../baking/png.js';
import { bakeSvg } from '../baking/svg.js';
import { offlineLoader } from '../contexts.js';
import { type Issuer } from '../issuer.js';
import { type KeyRing } from '../keys/key-ring.js';
import { PdfSigner } from '../keys/pdf-signer.js';
import { signedCredential } from '../signed-credential.js';
import { statusCredential } from '../status/status-credential.js';
import { statusEntry, statusPurposes } from '../status/status-entry.js';

/** What samples are made with. */
export interface SampleMakers {
  readonly policy: Policy;
  readonly issuer: Issuer;
  readonly ring: KeyRing;
  readonly now: Date;
}

const LIST = 1;
const DAY_MS = 86_400_000;
const SAMPLES = [
  { name: 'valid', index: 94_567, ageDays: 0 },
  { name: 'revoked', index: 23_452, ageDays: 30 },
  // Past its end, whatever the policy's period is up to a year.
  { name: 'expired', index: 70_001, ageDays: 366 },
] as const;

/** Writes the samples into a folder; each line says what was written. */
export async function writeSamples(folder: string, makers: SampleMakers): Promise<string[]> {
  const { issuer, ring, now } = makers;
  const lines: string[] = [];
  for (const sample of SAMPLES) {
    const to = join(folder, sample.name);
    await write(to, await formsOf(inscriptionOf(sample, makers), statusEntry(issuer.url, { list: LIST, index: sample.index }), makers));
    lines.push(`${to}: ${sample.name}, as JSON, JWT, PNG, SVG and PDF (A4 and Letter)`);
  }
  for (const purpose of statusPurposes) {
    const indexes = SAMPLES.filter(({ name }) => name === 'revoked').map(({ index }) => index);
    await write(join(folder, 'status'), { [`${LIST}-${purpose}.json`]: await statusCredential(issuer, ring, { number: LIST, purpose, indexes }, now) });
  }
  const { id } = issuer.profile(ring);
  const document = issuer.document([ring]) ?? (await offlineLoader(new Set())(id)).document;
  await write(folder, { 'did.json': JSON.stringify(document, null, 2), 'x509.pem': `-----BEGIN CERTIFICATE-----\n${ring.x509.toString('base64').replaceAll(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n` });
  return [...lines, `${join(folder, 'status')}: the lists of states`, `${join(folder, 'did.json')}: the issuer, ${id}`];
}

async function formsOf(inscription: Inscription, status: object, { policy, issuer, ring }: SampleMakers): Promise<Record<string, string | Buffer>> {
  const about = { email: 'ada@example.com', subject: `urn:uuid:${randomUUID()}`, salt: newToken(), status };
  const { credential, jwt } = await signedCredential(issuer, ring, inscription, about);
  const [paper, pictures, signer] = [new CertificatePaper(policy), new CertificatePictures(policy), new PdfSigner(ring.rsaSecret, ring.x509, inscription.issuedAt)];
  return {
    'credential.json': credential,
    'credential.jwt': jwt,
    'badge.png': bakePng(await pictures.badgePng(inscription), credential),
    'badge.svg': bakeSvg(await pictures.badgeSvg(inscription), credential),
    'certificate-a4.pdf': await paper.set(inscription, 'A4', credential, signer),
    'certificate-letter.pdf': await paper.set(inscription, 'Letter', credential, signer),
  };
}

function inscriptionOf({ ageDays }: (typeof SAMPLES)[number], { policy: { values: { certificate } }, issuer, now }: SampleMakers): Inscription {
  const issuedAt = new Date(now.getTime() - ageDays * DAY_MS);
  const slug = newToken();
  return { id: newId(), slug, url: `${issuer.url}/c/${slug}`, name: 'Ada Lovelace', issuedAt, validUntil: certificate.validFor.after(issuedAt), facts: { ...FACTS, mark: certificate.scoreAbove, takenAt: issuedAt.toISOString() } };
}

const FACTS: CertificateFacts = {
  roleTitle: 'Software engineer', levelTitle: 'Mid-level', overall: '8.04', exact: '201/25', mark: '7.5',
  competencies: [{ title: 'Problem solving', score: '8.40' }, { title: 'System design', score: '7.90' }, { title: 'Communication', score: '7.82' }], questions: 6,
  evaluator: { name: 'built-in', version: '1', builtIn: true, person: false }, rubric: 'vv-1', transcripts: ['typed'], transcribers: [], takenAt: '', clip: null,
};

async function write(folder: string, files: Readonly<Record<string, string | Buffer>>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
}
