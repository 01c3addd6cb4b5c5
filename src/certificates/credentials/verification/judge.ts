import { certificateTitle, dayInWords } from '../../words.js';
import { type FoundReading, type Reading } from './reading.js';
import { type RegisterEntry } from './register.repository.js';
import { type Verdict } from './verifications.dto.js';
import { wordsOf } from './words-of.js';

type Checks = Verdict['checks'];

/** What is known of a credential that was brought to us. */
export interface Evidence {
  readonly reading: Reading;
  /** It says that it is from us. */
  readonly namesUs: boolean;
  /** What the register says of it; null when it has no such certificate. */
  readonly entry: RegisterEntry | null;
  /** All that stands in a credential as JSON; null for everything else. */
  readonly words: string | null;
  /** Of the file it came in; null for text. */
  readonly sha256: string | null;
  readonly issuer: string;
  readonly url: string;
}

/** Says what a credential is worth, and why. The first that is wrong decides. */
export function judge(evidence: Evidence): Verdict {
  const { reading } = evidence;
  if (!reading) return noCredential('There is no certificate in it, or none that can be read: a credential as JSON or JWT, or a PDF, PNG or SVG with one inside, or a link to a certificate of this place.');
  const found = { what: 'found', passed: true, says: 'There is a credential in it.' } as const;
  const signature = signatureCheck(reading);
  if (reading.proof === 'bad') return { result: 'tampered', why: 'It was changed after it was signed, or its signature belongs to something else. Do not rely on it.', checks: [found, signature] };
  if (reading.key !== null) return judgeOurs(evidence, [found, signature, { what: 'issuer', passed: true, says: `It was signed with a key of ${evidence.issuer}.` }]);
  const stranger = { what: 'issuer', passed: false, says: `It was not signed with a key of ${evidence.issuer}.` } as const;
  if (evidence.namesUs) return { result: 'tampered', why: `It says that it is from ${evidence.issuer}, and it was not signed there. Do not rely on it.`, checks: [found, signature, stranger] };
  return { result: 'foreign_issuer', why: `It is not from ${evidence.issuer}: ${namesIn(reading)}. Whether to believe it, ask them.`, checks: [found, signature, stranger] };
}

/** Nothing that could be checked. */
export function noCredential(why: string): Verdict {
  return { result: 'not_a_credential', why, checks: [{ what: 'found', passed: false, says: 'No credential was found.' }] };
}

/** The register decides about what we signed; what is not in it any more holds no longer. */
export function judgeOurs({ entry, words, sha256, issuer, url }: Omit<Evidence, 'reading' | 'namesUs'>, checks: Checks): Verdict {
  if (!entry) return { result: 'revoked', why: 'It was signed here, and the register does not have it any more.', checks: [...checks, { what: 'register', passed: false, says: 'The register does not have it.' }] };
  const { state } = entry;
  if (state !== 'valid') return { result: state, why: WHY[state](entry), checks: [...checks, { what: 'register', passed: false, says: `In the register it is ${state}.` }] };
  const known: Checks = [...checks, { what: 'register', passed: true, says: `In the register it is valid until ${dayInWords(entry.validUntil)}.` }];
  const made = entry.content?.credential;
  if (words !== null && made && words !== wordsOf(made)) {
    return { result: 'tampered', why: 'What was signed in it is genuine, and words were added that were not: do not rely on what you read in it.', checks: [...known, { what: 'file', passed: false, says: 'Words stand in it that its signature does not cover.' }] };
  }
  if (sha256 !== null && !entry.sha256.includes(sha256)) {
    return { result: 'tampered', why: 'The credential inside is genuine, and the file around it is not the one that was made here: what you see in it may have been changed.', checks: [...known, { what: 'file', passed: false, says: 'The file was changed after it was made.' }] };
  }
  const whole: Checks = sha256 === null ? known : [...known, { what: 'file', passed: true, says: 'The file is the one that was made here, to the last byte.' }];
  return { result: 'valid', why: `It is genuine: issued by ${issuer}, and valid until ${dayInWords(entry.validUntil)}.`, certificate: shown(entry, issuer, url), checks: whole };
}

const WHY: Readonly<Record<'expired' | 'revoked' | 'suspended', (entry: RegisterEntry) => string>> = {
  expired: ({ validUntil }) => `It was genuine, and it ended on ${dayInWords(validUntil)}.`,
  revoked: () => 'It was issued here and has been revoked. It holds no longer, and will not again.',
  suspended: () => 'It was issued here and is suspended: whoever it is about does not show it at the moment, or it is being looked into.',
};

function shown({ content, issuedAt, validUntil }: RegisterEntry, issuer: string, url: string): Verdict['certificate'] {
  if (!content) return undefined;
  const { name, facts } = content;
  return { name, roleTitle: certificateTitle(facts), overall: facts.overall, issuedAt: issuedAt.toISOString(), validUntil: validUntil.toISOString(), url, issuer };
}

function signatureCheck({ proof }: FoundReading): Checks[number] {
  const says = {
    good: 'What was signed is as it was signed.',
    bad: 'The signature does not fit what is written.',
    unknown: 'The signature could not be checked here: it is of another kind, or its key would have to be fetched from elsewhere.',
  };
  return { what: 'signature', passed: { good: true, bad: false, unknown: null }[proof], says: says[proof] };
}

/** In quotation marks: the words are theirs. */
const namesIn = ({ issuer, issuerName }: FoundReading): string => `it names ${[issuerName, issuer].flatMap((part) => (part === '' ? [] : [`“${part}”`])).join(', ') || 'nobody'} as its issuer`;
