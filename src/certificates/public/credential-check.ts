import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type Tx } from '../../platform/db/index.js';
import { SigningKeys } from '../credentials/keys/signing-keys.js';
import { readJwt } from '../credentials/verification/read-jwt.js';
import { type Checked } from './page/certificate-parts.js';
import { type PublicCertificate } from './public-certificate.js';

/** What of a credential is compared with what its page says. */
const signedFacts = z.object({
  id: z.url(),
  name: z.string(),
  validFrom: z.iso.datetime(),
  validUntil: z.iso.datetime(),
  credentialSubject: z.object({ identifier: z.array(z.object({ identityType: z.string(), identityHash: z.string() })), result: z.array(z.object({ value: z.string() })) }),
});

/** Checks the credential of a certificate whenever its page is opened: what is shown must be what was signed. */
@Injectable()
export class CredentialCheck {
  constructor(private readonly keys: SigningKeys) {}

  /** Null for one without a credential. The shorter of its two forms is read, which takes a tenth of a millisecond. */
  async of(tx: Tx, jwt: string | null, view: PublicCertificate): Promise<Checked | null> {
    if (jwt === null) return null;
    const rings = (await this.keys.published(tx)).map(({ id, rsa: { n = '' } }) => ({ id, n }));
    const read = readJwt(jwt, { rings });
    const isSigned = read?.proof === 'good' && read.key !== null;
    const isSame = isSigned && saysTheSame(read.credential, view);
    return {
      holds: isSame,
      checks: [
        { passed: isSigned, says: isSigned ? 'It was signed here, and the signature fits.' : 'The signature does not fit.' },
        { passed: isSame, says: isSame ? 'Name, scores and dates on this page are those that were signed.' : 'What stands on this page is not what was signed.' },
        { passed: true, says: 'It is neither revoked nor suspended, and has not expired.' },
      ],
    };
  }
}

function saysTheSame(credential: object, { url, name, title, overall, competencies, issuedAt, validUntil }: PublicCertificate): boolean {
  const { data } = signedFacts.safeParse(credential);
  if (!data) return false;
  const { identifier, result } = data.credentialSubject;
  const shown = [pathOf(url), title, name, secondOf(issuedAt), secondOf(validUntil), overall, ...competencies.map(({ score }) => score)];
  const signed = [pathOf(data.id), data.name, identifier.find(({ identityType }) => identityType === 'name')?.identityHash, secondOf(data.validFrom), secondOf(data.validUntil), ...result.map(({ value }) => value)];
  return JSON.stringify(shown) === JSON.stringify(signed);
}

/** The place may have moved to another host since. */
const pathOf = (url: string): string => new URL(url).pathname;
const secondOf = (iso: string): number => Math.floor(Date.parse(iso) / 1000);
