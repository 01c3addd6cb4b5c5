import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppError, newId } from '../../kernel/index.js';
import { Config, type AiRole } from '../config/index.js';
import { Database } from '../db/index.js';
import { Policy } from '../policy/index.js';
import { type AiChoice } from './ai-providers.js';
import { AiRunRepository } from './ai-run.repository.js';
import { type AiUnits, costOf, priceOf } from './ai-units.js';
import { dailyCap } from './ai.errors.js';

/** What is about to be asked of whom, and for whom. Ids and names of fields only. */
export interface AiRun {
  readonly role: AiRole;
  readonly choice: Pick<AiChoice, 'provider' | 'model'>;
  /** Null for what is made for everybody, such as a question of the bank read aloud: it is on nobody's bill. */
  readonly accountId: string | null;
  /** The names of what is sent, never the values: `['question', 'answer']`. */
  readonly fields: readonly string[];
  readonly interviewId?: string;
  readonly position?: number;
  readonly rubric?: string;
  /** SHA-256 of the instructions and the form of the reply, never of what somebody said. */
  readonly promptHash?: string;
  /** The most it can take: that much is reserved of what the account may spend today. */
  readonly atMost: AiUnits;
}

/** Tells what was taken so far; when the work fails afterwards, this counts. Without a word of it, a failure counts as the most there could be. */
export type Spent = (units: AiUnits) => void;

/** The log of everything that is asked of AI providers, with what it cost and the cap on that. */
@Injectable()
export class AiRuns {
  constructor(
    private readonly runs: AiRunRepository,
    private readonly db: Database,
    private readonly policy: Policy,
    private readonly config: Config,
  ) {}

  /**
   * Writes the run before anything is sent, does the work, and writes its outcome, units and cost. AppError `ai.daily_cap`
   * (429, with the seconds until the day ends) beyond the policy's `limits.ai.microUsdPerDay`: then nothing is done.
   * Not to be called within a transaction, which would be open as long as the provider takes.
   */
  async around<T>(run: AiRun, work: (spent: Spent) => Promise<{ result: T; units: AiUnits }>): Promise<T> {
    const price = priceOf(this.policy.processor(run.choice.provider)?.prices ?? [], run.choice.model);
    const reserved = costOf(price, run.atMost);
    const id = await this.begin(run, reserved);
    let told: AiUnits = run.atMost;
    try {
      const { result, units } = await work((units) => { told = units; });
      await this.end(id, run, 'done', units, reserved, costOf(price, units));
      return result;
    } catch (error) {
      await this.end(id, run, error instanceof AppError ? error.code : 'failed', told, reserved, costOf(price, told));
      throw error;
    }
  }

  private begin(run: AiRun, costMicroUsd: number): Promise<string> {
    const { role, choice: { provider, model }, accountId, fields } = run;
    const { interviewId = null, position = null, rubric = null, promptHash = null } = run;
    const id = newId();
    return this.db.transaction(async (tx) => {
      const wait = accountId === null ? null : await this.runs.spend(tx, this.keyOf(accountId), costMicroUsd, this.policy.values.limits.ai.microUsdPerDay);
      if (wait !== null) throw dailyCap(wait);
      await this.runs.begin(tx, { id, role, provider, model, accountId, interviewId, position, rubric, promptHash, fields, costMicroUsd }, this.policy.periodOf('aiRuns').iso);
      return id;
    });
  }

  private async end(id: string, { accountId }: AiRun, outcome: string, units: AiUnits, reserved: number, cost: number): Promise<void> {
    await this.db.transaction(async (tx) => {
      await this.runs.end(tx, id, outcome, units, cost);
      if (accountId !== null && cost !== reserved) await this.runs.correct(tx, this.keyOf(accountId), cost - reserved);
    });
  }

  /** The count is to outlive the interview it was for, and to name nobody. */
  private keyOf(accountId: string): string {
    return createHmac('sha256', this.config.settings.SECRET).update(`ai-spending:${accountId}`).digest('hex');
  }
}
