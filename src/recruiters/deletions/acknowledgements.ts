import { Injectable } from '@nestjs/common';
import { hashToken, newToken } from '../../kernel/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { type AskedHolder, DeletionRepository } from './deletion.repository.js';
import { DeletionMails } from './deletion-mails.js';
import { acknowledgementOver } from './deletions.errors.js';

const BATCH = 100;

/** What those say who had a copy of a deleted interview, and the one reminder for those who say nothing. */
@Injectable()
export class Acknowledgements {
  constructor(
    private readonly deletions: DeletionRepository,
    private readonly mails: DeletionMails,
    private readonly policy: Policy,
    private readonly audit: AuditLog,
    private readonly db: Database,
  ) {}

  /** What the holder of a token is asked; changes nothing. AppError `recruiters.acknowledgement_over`. */
  async read(tx: Tx, token: string): Promise<AskedHolder> {
    const asked = await this.deletions.lockByToken(tx, hashToken(token));
    if (!asked) throw acknowledgementOver();
    return asked;
  }

  /** Said once; their name and address go with it. AppError `recruiters.acknowledgement_over`. */
  async say(tx: Tx, token: string): Promise<void> {
    const asked = await this.read(tx, token);
    if (asked.acknowledgedAt) return;
    await this.deletions.acknowledge(tx, asked.id);
    if ((await this.deletions.unanswered(tx, asked.deletionId)) === 0) await this.mails.tellDone(tx, asked);
    await this.audit.append(tx, { actor: asked.memberId === null ? { kind: 'guest', id: null } : { kind: 'account', id: asked.memberId }, action: 'recruiters.copy_deleted', subject: { kind: 'deletion', id: asked.deletionId } });
  }

  async tend(): Promise<void> {
    let reminded = BATCH;
    while (reminded === BATCH) reminded = await this.db.transaction((tx) => this.remind(tx));
    await this.deletions.forgetAddresses(this.db.alone);
    await this.deletions.forget(this.db.alone);
  }

  private async remind(tx: Tx): Promise<number> {
    const due = await this.deletions.lockForReminder(tx, this.policy.values.deletions.remindAfter.iso, BATCH);
    for (const asked of due) {
      const token = newToken();
      await this.deletions.remind(tx, asked.id, hashToken(token));
      await this.mails.ask(tx, asked, token, true);
    }
    return due.length;
  }
}
