import { type Json } from '../../kernel/index.js';
import { isOfSession } from '../../platform/policy/index.js';
import { type RecordRow } from '../consent.repository.js';

/** What a receipt says beside the act itself. */
export interface Circumstances {
  /** The web address of this place. */
  readonly place: string;
  readonly operator: { readonly name: string; readonly privacyContact: string };
  readonly notice: { readonly title: string; readonly body: string };
}

const STATUS = {
  given: 'ConsentGiven', renewed: 'RenewedConsentGiven', withdrawn: 'ConsentWithdrawn',
  expired: 'ConsentExpired', terminated: 'ConsentRevoked', invalidated: 'ConsentInvalidated',
} as const;

const CONTEXT = {
  dct: 'http://purl.org/dc/terms/', dpv: 'https://w3id.org/dpv#', 'eu-gdpr': 'https://w3id.org/dpv/legal/eu/gdpr#', xsd: 'http://www.w3.org/2001/XMLSchema#',
};
/** The profile of the Data Privacy Vocabulary for receipts after ISO/IEC TS 27560. */
const PROFILE = 'https://w3id.org/dpv/schema/dpv-27560#receipt-eu-gdpr';

/** The receipt of one act as JSON-LD, ready to be signed. It names nobody: the subject is the pseudonym of the ledger. */
export function receiptOf(record: RecordRow, { place, operator, notice }: Circumstances): { readonly [key: string]: Json } {
  return {
    '@context': CONTEXT,
    '@type': 'dpv:ConsentReceipt',
    '@id': `${place}/api/consents/receipts/${record.id}`,
    'dct:conformsTo': { '@id': PROFILE },
    'dct:identifier': record.id,
    'dct:hasVersion': record.version,
    'dct:created': moment(record.at),
    'dpv:hasDataSubject': { '@id': `urn:uuid:${record.subjectRef}` },
    'dpv:hasDataController': { '@type': 'dpv:DataController', 'dpv:hasName': operator.name, 'dpv:hasContact': operator.privacyContact },
    'dpv:hasConsentStatus': { '@id': `dpv:${STATUS[record.status]}` },
    'dpv:isIndicatedBy': { '@id': record.actor === 'subject' ? 'dpv:DataSubject' : 'dpv:DataController' },
    'dpv:isIndicatedAtTime': moment(record.at),
    'dpv:hasIndicationMethod': record.actor === 'system' ? `by the service itself (${record.place})` : `${record.how}: “${record.wording}” at ${record.place}`,
    'dpv:hasLegalBasis': { '@id': record.legalBasis },
    'dpv:hasJurisdiction': record.jurisdiction,
    'dpv:hasPurpose': { '@type': 'dpv:Purpose', 'dct:identifier': record.purpose, 'dct:title': notice.title },
    'dpv:hasPersonalData': [...record.fields],
    ...aboutWhom(record),
    'dpv:hasNotice': { '@type': 'dpv:ConsentNotice', 'dct:hasVersion': record.noticeVersion, 'dct:language': record.locale, 'dct:description': notice.body, 'dpv:hasIdentifier': `sha256:${record.noticeHash}` },
    'dct:valid': record.expiresAt ? moment(record.expiresAt) : null,
    'dpv:hasIdentifier': `sha256:${record.hash}`,
    // The entry of the ledger that this one hangs from.
    'dct:requires': `sha256:${record.previousHash}`,
  };
}

/** Somebody who is shown something, or the one interview that it is for. */
function aboutWhom({ purpose, scope }: RecordRow): Record<string, Json> {
  if (isOfSession(purpose)) return { 'dpv:hasRecipient': null, 'dpv:hasScope': { '@id': `urn:uuid:${scope}` } };
  return { 'dpv:hasRecipient': scope === '' ? null : scope };
}

function moment(at: Date): Json {
  return { '@type': 'xsd:dateTime', '@value': at.toISOString() };
}
