import { Injectable } from '@nestjs/common';
import { canonicalJson, type Json, notFound } from '../../kernel/index.js';
import { Config } from '../../platform/config/index.js';
import { Database } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { ConsentRepository, type RecordRow } from '../consent.repository.js';
import { NoticeRepository } from '../notice.repository.js';
import { type Notice } from '../notices.js';
import { receiptOf } from './receipt.js';
import { ReceiptKeys } from './receipt-keys.js';

/** A receipt with what it is made from. */
export interface SignedReceipt {
  readonly record: RecordRow;
  readonly notice: Notice;
  readonly document: Readonly<Record<string, Json>>;
}

/** Receipts of what somebody allowed and took back: the same bytes whenever they are asked for, until the operator is renamed or moves. */
@Injectable()
export class Receipts {
  constructor(
    private readonly consents: ConsentRepository,
    private readonly notices: NoticeRepository,
    private readonly keys: ReceiptKeys,
    private readonly policy: Policy,
    private readonly config: Config,
    private readonly db: Database,
  ) {}

  /** AppError `not_found` when the act is not theirs. `proof.jws` signs the canonical JSON of all the rest. */
  async get(accountId: string, recordId: string): Promise<SignedReceipt> {
    const record = await this.consents.findMine(this.db.alone, accountId, recordId);
    const notice = record && (await this.notices.find(this.db.alone, record.purpose, record.noticeVersion, record.locale));
    if (!record || !notice) throw notFound();
    const { name, privacyContact } = this.policy.values.operator;
    const receipt = receiptOf(record, { place: this.config.settings.PUBLIC_URL, operator: { name, privacyContact }, notice });
    return { record, notice, document: { ...receipt, proof: { type: 'JsonWebSignature', jws: await this.keys.sign(canonicalJson(receipt)) } } };
  }
}
