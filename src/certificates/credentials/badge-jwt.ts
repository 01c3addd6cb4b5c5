import { type KeyObject, sign } from 'node:crypto';

/** A credential as a JWT (VC-JWT, RS256), the way Open Badges 3.0 writes it: its members at the top, no `vc` claim, header `JWT`. */
export function asJwt(credential: { readonly [member: string]: unknown }, key: { kid: string } | { jwk: object }, secret: KeyObject): string {
  const { issuer, credentialSubject, id, validFrom, validUntil } = credential as unknown as Claims;
  const claims = { ...credential, iss: issuer.id, sub: credentialSubject.id, jti: id, nbf: inSeconds(validFrom), exp: inSeconds(validUntil) };
  const said = [{ alg: 'RS256', typ: 'JWT', ...key }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${said}.${sign('sha256', Buffer.from(said), secret).toString('base64url')}`;
}

interface Claims {
  readonly id: string;
  readonly issuer: { readonly id: string };
  readonly credentialSubject: { readonly id: string };
  readonly validFrom: string;
  readonly validUntil: string;
}

const inSeconds = (moment: string): number => Math.floor(Date.parse(moment) / 1000);
