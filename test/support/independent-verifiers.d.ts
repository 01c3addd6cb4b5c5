/** What the tests use of an implementation of verifiable credentials that the product knows nothing of. */
declare module '@digitalcredentials/vc' {
  export function verifyCredential(given: object): Promise<{ verified: boolean; statusResult?: { verified: boolean; results?: { verified: boolean }[] }; log?: { id: string; valid: boolean }[]; error?: { log?: { id: string; valid: boolean }[] } }>;
}

declare module '@digitalcredentials/data-integrity' {
  export class DataIntegrityProof {
    constructor(suite: { cryptosuite: object });
  }
}

declare module '@digitalcredentials/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object;
}

declare module '@digitalcredentials/vc-bitstring-status-list' {
  export function checkStatus(given: object): Promise<{ verified: boolean; results?: { verified: boolean }[] }>;
}

declare module '@digitalcredentials/credentials-v2-context' {
  export const contexts: ReadonlyMap<string, object>;
}
