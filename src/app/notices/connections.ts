import ipaddr from 'ipaddr.js';
import { type Config } from '../../platform/config/index.js';
import { type Policy } from '../../platform/policy/index.js';

type Processor = Policy['values']['processors'][number];

/** A server that this place is connected to by its settings, besides AI providers and gateways. `hosting`: the database, and the queues where they have one of their own. */
export interface Connection {
  readonly kind: 'hosting' | 'mail' | 'storage' | 'signIn';
  readonly setting: string;
  readonly host: string;
  /** The id under which a processor is known whatever its host. */
  readonly id?: string;
}

const WORK: Readonly<Record<Connection['kind'], { readonly would: string; readonly purpose: string; readonly data: string }>> = {
  hosting: { would: 'data would lie at', purpose: 'Runs the machines that the data of this place lies on', data: 'Everything that is stored here' },
  mail: { would: 'mails would go through', purpose: 'Carries the mails we send you', data: 'Your e-mail address and the text of the mail' },
  storage: { would: 'files would be kept at', purpose: 'Keeps the files that are stored here', data: 'Files you chose to keep, recordings you allowed, and the copy of your data while it can be fetched' },
  signIn: { would: 'people would sign in through', purpose: 'Signs you in, when you choose it', data: 'That you sign in here; it tells us your name, your e-mail address, and where your picture is, which is fetched only if you ask for it' },
};

const PRIVATE: readonly string[] = ['loopback', 'private', 'uniqueLocal', 'linkLocal', 'carrierGradeNat'];
/** Names that no public server has; of a socket on this machine there is none. */
const INSIDE = /^[^.]*$|(^|\.)(localhost|local|internal|lan|home\.arpa)$/;

/** Which servers that are. */
export function connectionsOf({ settings, signInProviders }: Pick<Config, 'settings' | 'signInProviders'>): Connection[] {
  const { DATABASE_URL, REDIS_URL, SMTP_URL, S3_BUCKET, S3_ENDPOINT, S3_REGION } = settings;
  return [
    { kind: 'hosting', setting: 'DATABASE_URL', host: databaseHostOf(DATABASE_URL) },
    ...(REDIS_URL === undefined ? [] : [{ kind: 'hosting' as const, setting: 'REDIS_URL', host: hostOf(REDIS_URL) }]),
    ...(SMTP_URL === undefined ? [] : [{ kind: 'mail' as const, setting: 'SMTP_URL', host: hostOf(SMTP_URL) }]),
    ...(S3_BUCKET === undefined ? [] : [{
      kind: 'storage' as const, setting: S3_ENDPOINT === undefined ? 'S3_BUCKET' : 'S3_ENDPOINT', host: S3_ENDPOINT === undefined ? `s3.${S3_REGION}.amazonaws.com` : hostOf(S3_ENDPOINT),
    }]),
    ...signInProviders.map(({ id, issuer }) => ({ kind: 'signIn' as const, setting: id === 'oidc' ? 'OIDC_ISSUER' : `${id.toUpperCase()}_CLIENT_ID`, host: hostOf(issuer), id })),
  ];
}

/** Whether a server stands in the operator's own house: in a private network, or named in the policy. */
export function isOwn({ host }: Connection, { ownHosts }: Pick<Policy['values'], 'ownHosts'>): boolean {
  if (ownHosts.some((pattern) => fits(host, pattern))) return true;
  if (ipaddr.isValid(host)) return PRIVATE.includes(ipaddr.process(host).range());
  return INSIDE.test(host);
}

/** Who in the policy a server belongs to; null when nobody is declared for it. A company that keeps the files may keep the database, too. */
export function processorOf({ kind, host, id }: Connection, { processors }: Pick<Policy['values'], 'processors'>): Processor | null {
  return processors.find((declared) => (declared.kind === kind || (kind === 'hosting' && declared.kind === 'storage')) && (declared.id === id || declared.hosts.some((pattern) => fits(host, pattern)))) ?? null;
}

/** What is connected to without having been declared to the people whose data it would be given: a sentence for each that says what to write. */
export function undeclared(connections: readonly Connection[], policy: Pick<Policy['values'], 'ownHosts' | 'processors'>, policyName: string): string[] {
  return connections.filter((connection) => !isOwn(connection, policy) && processorOf(connection, policy) === null).map(({ kind, setting, host, id }) => {
    const { would, purpose, data } = WORK[kind];
    const known = kind === 'signIn' ? '' : `, hosts: [${host}]`;
    return [
      `${setting}: ${would} ${host}, which the policy ${policyName} does not declare. If that is a company, say in its \`processors\` who it is, such as`,
      `      - { id: ${id ?? kind}, kind: ${kind}, name: …, purpose: "${purpose}", data: "${data}", region: …, policyUrl: "https://…", agreement: { says: … }, transfer: …${known} }`,
      `    If it is a server of your own, write \`ownHosts: [${host}]\` instead.`,
    ].join('\n');
  });
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : '').replace(/^\[(.*)\]$/, '$1').toLowerCase();

/** Its driver reads `?host=` before the name in front of the path, which may be missing then. */
function databaseHostOf(url: string): string {
  const whole = url.replace('@/', '@localhost/');
  const named = URL.canParse(whole) ? new URL(whole).searchParams.get('host') : null;
  return named === null || named === '' ? hostOf(url) : named.toLowerCase();
}

const fits = (host: string, pattern: string): boolean => (pattern.startsWith('.') ? host === pattern.slice(1) || host.endsWith(pattern) : host === pattern);
