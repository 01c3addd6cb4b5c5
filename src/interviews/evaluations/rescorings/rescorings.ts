import { Injectable } from '@nestjs/common';
import { notFound } from '../../../kernel/index.js';
import { AuditLog } from '../../../platform/audit/index.js';
import { type Tx } from '../../../platform/db/index.js';
import { Outbox } from '../../../platform/jobs/index.js';
import { Policy } from '../../../platform/policy/index.js';
import { Evaluators } from '../../evaluators.js';
import { RUBRIC } from '../../scoring/rubric.js';
import { nothingToRescore, rescoringSettled, rescoringUnderWay, unknownEvaluator } from '../evaluations.errors.js';
import { adoptRescoring, makeRescoring } from '../evaluations.jobs.js';
import { type Rescoring, RescoringRepository } from './rescoring.repository.js';
import { isByAi } from '../run.js';

/** What is to be judged once more, and by whom: an evaluator by name, or null for the stored integers by today's rubric. */
export interface RescoringWish {
  readonly evaluator: string | null;
  /** Key of the judge whose interviews are meant; all when it is left out. */
  readonly of?: string | undefined;
  readonly interviewId?: string | undefined;
}

/** Interviews judged once more, beside what counts, until somebody who runs this place lets it count or throws it away. */
@Injectable()
export class Rescorings {
  constructor(
    private readonly rescorings: RescoringRepository,
    private readonly evaluators: Evaluators,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
    private readonly policy: Policy,
  ) {}

  /** AppErrors `interviews.unknown_evaluator`, `interviews.nothing_to_rescore`. */
  async ask(tx: Tx, operatorId: string, { evaluator, of, interviewId }: RescoringWish): Promise<Rescoring> {
    const chosen = evaluator === null ? null : this.evaluators.all().find(({ name }) => name === evaluator);
    if (chosen === undefined) throw unknownEvaluator();
    const judge = { evaluator, version: chosen?.version ?? null, rubric: RUBRIC.id, byAi: evaluator !== null && isByAi(evaluator) };
    const { id, runs } = await this.rescorings.insert(tx, judge, { of: of ?? null, interviewId: interviewId ?? null }, operatorId);
    if (runs === 0) throw nothingToRescore();
    await this.outbox.enqueue(tx, makeRescoring, { rescoringId: id });
    await this.write(tx, operatorId, 'asked', id, { runs });
    return this.get(tx, id);
  }

  /** Its scores are to count, where nothing speaks against it. AppErrors `interviews.rescoring_under_way`, `interviews.rescoring_settled`. */
  async adopt(tx: Tx, operatorId: string, id: string): Promise<Rescoring> {
    const { settled, done, total } = await this.lock(tx, id);
    if (settled) throw rescoringSettled();
    if (done < total) throw rescoringUnderWay();
    await this.rescorings.settle(tx, id, 'adopted');
    await this.outbox.enqueue(tx, adoptRescoring, { rescoringId: id });
    await this.write(tx, operatorId, 'adopted', id);
    return this.get(tx, id);
  }

  /** Deletes its scores, made or not. AppError `interviews.rescoring_settled`. */
  async drop(tx: Tx, operatorId: string, id: string): Promise<void> {
    if ((await this.lock(tx, id)).settled) throw rescoringSettled();
    await this.rescorings.settle(tx, id, 'dropped');
    await this.write(tx, operatorId, 'dropped', id);
  }

  list(tx: Tx): Promise<Rescoring[]> {
    return this.rescorings.list(tx);
  }

  /** Asks again for what should be made, or should count, and is not. */
  async askForUnmade(tx: Tx): Promise<void> {
    for (const rescoringId of await this.rescorings.unmade(tx)) await this.outbox.enqueue(tx, makeRescoring, { rescoringId });
    for (const rescoringId of await this.rescorings.unadopted(tx, adoptRescoring.timeoutMs / 1000)) await this.outbox.enqueue(tx, adoptRescoring, { rescoringId });
    await this.rescorings.forgetEmpty(tx, (this.policy.findPeriod('interviewResults') ?? this.policy.periodOf('operational')).iso);
  }

  private async get(tx: Tx, id: string): Promise<Rescoring> {
    const [found] = await this.rescorings.list(tx, id);
    if (!found) throw notFound();
    return found;
  }

  private async lock(tx: Tx, id: string): Promise<Rescoring> {
    const found = await this.rescorings.lock(tx, id);
    if (!found) throw notFound();
    return found;
  }

  private write(tx: Tx, operatorId: string, what: string, id: string, detail: Record<string, number> = {}): Promise<unknown> {
    return this.audit.append(tx, { actor: { kind: 'account', id: operatorId }, action: `interviews.rescoring_${what}`, subject: { kind: 'rescoring', id }, detail });
  }
}
