import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/index.js';
import { Policy } from '../../platform/policy/index.js';
import { type PublicRing } from './keys/key-ring.js';

/** Who issues, as it stands in a credential. */
export interface IssuerProfile {
  readonly id: string;
  readonly type: readonly ['Profile'];
  readonly name: string;
  readonly url: string;
}

/**
 * Who we are to those who check a credential. With an https address, `did:web`: one name, however often the keys change. Without, `did:key`:
 * the key is the name, nobody has to be asked, and new keys are a new name.
 */
@Injectable()
export class Issuer {
  readonly url: string;
  readonly name: string;
  private readonly web: string | null;

  constructor({ settings }: Config, { values: { operator } }: Policy) {
    const { protocol, host } = new URL(settings.PUBLIC_URL);
    this.url = settings.PUBLIC_URL.replace(/\/$/, '');
    this.name = operator.name;
    this.web = protocol === 'https:' ? `did:web:${host.replace(':', '%3A')}` : null;
  }

  /** Whether `did:web` is our name. */
  get isOnTheWeb(): boolean {
    return this.web !== null;
  }

  profile({ id }: Pick<PublicRing, 'id'>): IssuerProfile {
    return { id: this.web ?? `did:key:${id}`, type: ['Profile'], name: this.name, url: this.url };
  }

  /** The address of the key that credentials of this ring are signed with. */
  methodOf({ id }: Pick<PublicRing, 'id'>): string {
    return `${this.web ?? `did:key:${id}`}#${id}`;
  }

  /** How a JWT says what it was signed with: by the address of the key, or where there is none, the key itself. */
  keyOfJwt({ id, rsa }: PublicRing): { kid: string } | { jwk: PublicRing['rsa'] } {
    return this.web === null ? { jwk: rsa } : { kid: `${this.web}#${rsaName(id)}` };
  }

  /** What `did:web` asks for: the keys of all rings, old ones too. Null without an https address. */
  document(rings: readonly PublicRing[]): object | null {
    const { web } = this;
    if (web === null) return null;
    const methods = rings.flatMap(({ id, rsa }) => [
      { id: `${web}#${id}`, type: 'Multikey', controller: web, publicKeyMultibase: id },
      { id: `${web}#${rsaName(id)}`, type: 'JsonWebKey', controller: web, publicKeyJwk: rsa },
    ]);
    return {
      '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1', 'https://w3id.org/security/jwk/v1'],
      id: web, verificationMethod: methods, assertionMethod: methods.map(({ id }) => id),
    };
  }
}

const rsaName = (ring: string): string => `rsa-${ring}`;

/** What a credential needs to know of its issuer. */
export type IssuerNames = Pick<Issuer, 'url' | 'profile' | 'methodOf' | 'keyOfJwt'>;
