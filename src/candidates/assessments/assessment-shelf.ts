import { Injectable } from '@nestjs/common';
import { notFound } from '../../kernel/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { RateLimiter } from '../../platform/http/index.js';
import { noteFact } from '../../platform/journal/index.js';
import { Policy } from '../../platform/policy/index.js';
import { assessmentDeleted } from '../candidates.facts.js';
import { assessmentsFull } from './assessments.errors.js';
import { type AssessmentLine, AssessmentRepository, type KeptAssessment } from './assessments.repository.js';
import { Assessor, type AssessmentWish } from './assessor.js';

const HOUR = 3600;
// Each may hold a description of 20,000 characters; a list of more is one that nobody reads.
const MOST = 50;

/** A candidate's own assessments: make one, find them again, throw one away. */
@Injectable()
export class AssessmentShelf {
  constructor(
    private readonly assessor: Assessor,
    private readonly assessments: AssessmentRepository,
    private readonly db: Database,
    private readonly audit: AuditLog,
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
  ) {}

  /** AppErrors of `Assessor.make`, `candidates.assessments_full`, and 429 beyond the policy's `assessmentsPerHour`. */
  async make(accountId: string, wish: AssessmentWish): Promise<KeptAssessment> {
    await this.limiter.take({ key: `assessments:${accountId}`, limit: this.policy.values.limits.rates.assessmentsPerHour, seconds: HOUR });
    return this.db.transaction(async (tx) => {
      await this.assessments.lockShelf(tx, accountId);
      if ((await this.assessments.listMine(tx, accountId, MOST)).length === MOST) throw assessmentsFull(MOST);
      const made = await this.assessor.make(tx, accountId, wish);
      await this.assessments.add(tx, accountId, made);
      await this.note(tx, accountId, 'candidates.assessment_made', made.id);
      return made;
    });
  }

  list(accountId: string): Promise<AssessmentLine[]> {
    return this.assessments.listMine(this.db.alone, accountId, MOST);
  }

  read(accountId: string, id: string): Promise<KeptAssessment> {
    return this.assessments.getMine(this.db.alone, accountId, id);
  }

  /** Deletes at once, with the description. */
  async delete(accountId: string, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      if (!(await this.remove(tx, accountId, id))) throw notFound();
      await noteFact(tx, assessmentDeleted, { accountId, assessmentId: id });
    });
  }

  /** Of one that came back with a backup; false when it did not. */
  deleteAgain(accountId: string, id: string): Promise<boolean> {
    return this.db.transaction((tx) => this.remove(tx, accountId, id));
  }

  private async remove(tx: Tx, accountId: string, id: string): Promise<boolean> {
    if (!(await this.assessments.deleteMine(tx, accountId, id))) return false;
    await this.note(tx, accountId, 'candidates.assessment_deleted', id);
    return true;
  }

  private note(tx: Tx, accountId: string, action: string, id: string): Promise<void> {
    return this.audit.append(tx, { actor: { kind: 'account', id: accountId }, action, subject: { kind: 'assessment', id } });
  }
}
