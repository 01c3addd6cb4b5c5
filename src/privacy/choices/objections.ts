import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ConsentDesk } from '../../consent/index.js';
import { newId } from '../../kernel/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { noteFact } from '../../platform/journal/index.js';
import { purposes, type Purpose } from '../../platform/policy/index.js';
import { objected } from '../privacy.errors.js';
import { objectionFact } from '../privacy.facts.js';
import { endObjectedConsents } from '../privacy.jobs.js';
import { type Objection, ObjectionRepository } from './objection.repository.js';

type Follower = (tx: Tx, accountId: string) => Promise<void>;

/** Objections: the consent to what somebody objects to ends at once, and none can be given while the objection stands. */
@Injectable()
export class Objections implements OnModuleInit {
  private readonly followers: { readonly purpose: Purpose; readonly run: Follower }[] = [];

  constructor(
    private readonly objections: ObjectionRepository,
    private readonly consents: ConsentDesk,
    private readonly outbox: Outbox,
    private readonly db: Database,
    private readonly audit: AuditLog,
  ) {}

  onModuleInit(): void {
    for (const purpose of purposes) this.consents.follow(purpose, (tx, { subjectId }) => this.refuse(tx, subjectId, purpose));
  }

  /** Called whenever objections are carried out while one stands against this purpose, after the consents have ended; more than once, perhaps, for the same one. */
  follow(purpose: Purpose, follower: Follower): void {
    this.followers.push({ purpose, run: follower });
  }

  list(accountId: string): Promise<Objection[]> {
    return this.objections.list(this.db.alone, accountId);
  }

  /** Whether one stands against a purpose; none can be carried out before `tx` ends. */
  stands(tx: Tx, accountId: string, purpose: Purpose): Promise<boolean> {
    return this.objections.stands(tx, accountId, purpose);
  }

  /** When it comes back, nothing of what was objected to is allowed any more. Harmless when the objection stands already: then it is false. */
  async raise(accountId: string, purpose: Objection['purpose']): Promise<boolean> {
    const isNew = await this.db.transaction(async (tx) => {
      if (!(await this.objections.insert(tx, accountId, purpose))) return false;
      await noteFact(tx, objectionFact, { accountId, purpose, stands: 'yes' });
      // In case this process ends before it is done below.
      await this.outbox.enqueue(tx, endObjectedConsents, { accountId });
      await this.note(tx, accountId, 'privacy.objected', purpose);
      return true;
    });
    await this.carryOut(accountId);
    return isNew;
  }

  /** What ended does not come back by itself: it has to be allowed anew. False when none stood. */
  async lift(accountId: string, purpose: Objection['purpose']): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      if (!(await this.objections.delete(tx, accountId, purpose))) return false;
      await noteFact(tx, objectionFact, { accountId, purpose, stands: 'no' });
      await this.note(tx, accountId, 'privacy.objection_lifted', purpose);
      return true;
    });
  }

  /**
   * Ends every consent that an objection stands against. The objection is committed by now: whoever gives a consent from here
   * on is refused, and those who looked before are waited for, in a transaction that holds no other lock.
   */
  async carryOut(accountId: string): Promise<void> {
    await this.db.transaction((tx) => this.objections.waitForGivers(tx, accountId));
    await this.db.transaction(async (tx) => {
      const against = new Set<string>((await this.objections.list(tx, accountId)).map(({ purpose }) => purpose));
      const isAgainst = (purpose: Purpose): boolean => against.has(purpose) || against.has('everything');
      for (const { purpose, scope } of await this.consents.live(tx, accountId)) {
        if (!isAgainst(purpose)) continue;
        await this.consents.withdraw(tx, { subjectId: accountId, purpose, scope, wording: 'Objection in the privacy centre', locale: 'en', how: 'button', where: '/privacy', eventId: newId() });
      }
      for (const { purpose, run } of this.followers) if (isAgainst(purpose)) await run(tx, accountId);
    });
  }

  private async refuse(tx: Tx, accountId: string, purpose: Purpose): Promise<void> {
    if (await this.objections.stands(tx, accountId, purpose)) throw objected();
  }

  private async note(tx: Tx, accountId: string, action: string, purpose: string): Promise<void> {
    await this.audit.append(tx, { actor: { kind: 'account', id: accountId }, action, subject: { kind: 'account', id: accountId }, detail: { purpose } });
  }
}
