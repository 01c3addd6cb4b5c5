import { createHash } from 'node:crypto';
import { type CertificateFacts, type Inscription } from '../facts.js';
import { certificateTitle, evaluatorInWords, questionsInWords, transcriptInWords } from '../words.js';
import { CONTEXTS } from './contexts.js';
import { type IssuerProfile } from './issuer.js';

/** Whom a credential is about, and where its state is told. */
export interface About {
  readonly email: string;
  /** `urn:uuid:…` */
  readonly subject: string;
  readonly salt: string;
  readonly status: object;
}

const SCHEMA = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json';
const SCORE = 'Score';

/** What is signed: an Open Badge 3.0 on Verifiable Credentials 2.0. Lists stand wherever its schema wants them, even of one. */
export function openBadge(inscription: Inscription, issuer: IssuerProfile, about: About): { readonly [member: string]: unknown } {
  const { url, name, issuedAt, validUntil, facts } = inscription;
  const achievement = achievementOf(facts);
  return {
    '@context': CONTEXTS,
    id: url,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer,
    validFrom: toTheSecond(issuedAt),
    validUntil: toTheSecond(validUntil),
    name: certificateTitle(facts),
    credentialSubject: {
      id: about.subject,
      type: ['AchievementSubject'],
      identifier: [
        { type: 'IdentityObject', hashed: true, identityType: 'emailAddress', identityHash: hashedAddress(about.email, about.salt), salt: about.salt },
        { type: 'IdentityObject', hashed: false, identityType: 'name', identityHash: name },
      ],
      achievement,
      result: scoresOf(facts).map(({ score }, index) => ({ type: ['Result'], resultDescription: achievement.resultDescription[index]?.id, value: score })),
    },
    ...(facts.clip && { evidence: [evidenceOf(url, facts.clip)] }),
    credentialSchema: [{ id: SCHEMA, type: '1EdTechJsonSchemaValidator2019' }],
    credentialStatus: about.status,
  };
}

/** What was earned, without by whom: the same words have the same id, whoever earned it. */
function achievementOf(facts: CertificateFacts) {
  const name = certificateTitle(facts);
  const set = questionsInWords(facts);
  const narrative = `An interview taken live and whole: no hints, what was handed in first counts, and no outline of an answer to its questions had been shown to them here before. ${facts.questions} questions were scored from 0 to 10 by the rubric ${facts.rubric}; a score above ${facts.mark} earns it.${set === null ? '' : `\n\nQuestions: ${set}.`}\n\nScored by: ${evaluatorInWords(facts)}.\n\nTranscript: ${transcriptInWords(facts)}.`;
  const named = (what: string): string => uuidOf([name, narrative, facts.mark, what].join('\n'));
  return {
    id: named(''),
    type: ['Achievement'],
    achievementType: 'Assessment',
    name,
    description: `Scored above ${facts.mark} out of 10 in an interview for ${name}.`,
    criteria: { narrative },
    resultDescription: scoresOf(facts).map(({ title }, index) => ({
      id: named(`${index} ${title}`), type: ['ResultDescription'], name: title, resultType: 'RawScore', valueMin: '0', valueMax: '10',
      ...(index === 0 && { requiredValue: facts.mark }),
    })),
  };
}

/** The score that earned it, and those of the competencies. */
const scoresOf = ({ overall, competencies }: CertificateFacts): { title: string; score: string }[] => [{ title: SCORE, score: overall }, ...competencies];

function evidenceOf(url: string, { question, score }: NonNullable<CertificateFacts['clip']>): object {
  return { id: `${url}/clip`, type: ['Evidence'], name: 'Part of an answer, on video', description: `“${question}” Scored ${score} out of 10.`, genre: 'Video' };
}

/** Open Badges 3.0, `IdentityObject`: SHA-256 of the address in small letters followed by the salt. */
function hashedAddress(email: string, salt: string): string {
  return `sha256$${createHash('sha256').update(email.toLowerCase() + salt).digest('hex')}`;
}

/** A UUID of the kind whose bits may mean anything (RFC 9562, version 8). */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const toTheSecond = (at: Date): string => at.toISOString().replace(/\.\d+Z$/, 'Z');
