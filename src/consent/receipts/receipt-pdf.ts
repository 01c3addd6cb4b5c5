import { Paper } from '../../platform/paper/index.js';
import { isOfSession } from '../../platform/policy/index.js';
import { type RecordRow } from '../consent.repository.js';
import { fieldsInWords } from './field-words.js';
import { type SignedReceipt } from './receipts.js';

const SAYS: Readonly<Record<RecordRow['status'], string>> = {
  given: 'You allowed this', renewed: 'You allowed this anew', withdrawn: 'You took this back',
  expired: 'This ran out', terminated: 'This ended with what it was for', invalidated: 'This ended because the notice changed',
};

/** A receipt as a tagged PDF; `keysAt` is where the public key is found. */
export async function receiptPdf({ record, notice, document }: SignedReceipt, operator: { name: string; privacyContact: string }, keysAt: string): Promise<PDFKit.PDFDocument> {
  const title = `Receipt: ${notice.title}`;
  const paper = await Paper.begin(title);
  paper.heading('H1', title);
  paper.paragraph(`${SAYS[record.status]} on ${moment(record.at)}.`, { face: 'strong', size: 13 });
  paper.heading('H2', 'What it is about');
  paper.list([
    ...(record.fields.length > 0 ? [`What may be shown: ${fieldsInWords(record.fields)}`] : []),
    ...(record.scope === '' ? [] : [`For: ${isOfSession(record.purpose) ? 'one interview, ' : ''}${record.scope}`]),
    ...(record.status === 'given' || record.status === 'renewed' ? [record.expiresAt ? `Until: ${moment(record.expiresAt)}` : 'Until you take it back'] : []),
    ...(record.actor === 'system' ? ['Done by: this service itself, not by you'] : [`What you pressed said: “${record.wording}”`, `Where: ${record.place}, by ${record.how}`]),
    `Legal basis: ${record.legalBasis}, ${record.jurisdiction}`,
    `Answerable: ${operator.name}, ${operator.privacyContact}`,
  ]);
  paper.heading('H2', `The notice you read, version ${record.noticeVersion}`);
  paper.quotation(notice.body);
  paper.heading('H2', 'How to check this paper');
  paper.soft(`Receipt ${record.id}, entry ${record.version} of your ledger. You are ${record.subjectRef} in it; it holds no name.`);
  paper.soft(`Notice: SHA-256 ${record.noticeHash}`);
  paper.soft(`Entry: SHA-256 ${record.hash}, after ${record.previousHash}`);
  paper.soft(`Signature of the same receipt as JSON: ${JSON.stringify(document.proof)}. The public key is at ${keysAt}.`);
  return paper.end();
}

function moment(at: Date): string {
  return `${at.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'UTC' })} (UTC)`;
}
