import { Injectable } from '@nestjs/common';
import { AccountContacts } from '../../accounts/index.js';
import { notFound } from '../../kernel/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { type Seat } from '../organisations/seats.js';
import { OpeningLog } from '../reviews/opening-log.js';
import { type DecisionHistory, openAppeal, type Outcome } from './decision.js';
import { DecisionNews } from './decision-news.js';
import { type DecidedAbout, DecisionRepository } from './decision.repository.js';
import { anotherMustDecide, appealOpen, noAppeal, readFirst } from './decisions.errors.js';

/** What a person says of somebody's interview, and why. */
export interface Word {
  readonly outcome: Outcome;
  readonly reason: string;
}

/** People who decide whether somebody goes on. Whoever calls has asked whether the interview may be read, within `tx`. */
@Injectable()
export class Decisions {
  constructor(
    private readonly rows: DecisionRepository,
    private readonly openings: OpeningLog,
    private readonly news: DecisionNews,
    private readonly contacts: AccountContacts,
    private readonly audit: AuditLog,
    private readonly policy: Policy,
  ) {}

  /** A first decision, or another one in its place; both are kept. The same word sent again changes nothing. AppErrors `recruiters.read_first`, `recruiters.appeal_open`. */
  async decide(tx: Tx, seat: Seat, invitationId: string, word: Word): Promise<void> {
    const { about, history } = await this.take(tx, seat, invitationId);
    if (isSaid(history, seat, word)) return;
    if (openAppeal(history)) throw appealOpen();
    const id = await this.rows.insert(tx, about, { ...word, decidedBy: seat.accountId, appealId: null, byTheSame: false });
    await this.news.decided(tx, about, { id, ...word }, this.policy.values.limits.appeal.days);
    await this.writeDown(tx, seat, invitationId, 'recruiters.decided', word);
  }

  /** Answers the appeal that waits. AppErrors as `decide`, `recruiters.no_appeal`, `recruiters.another_must_decide`. */
  async answer(tx: Tx, seat: Seat, invitationId: string, word: Word): Promise<void> {
    const { about, history } = await this.take(tx, seat, invitationId);
    if (isSaid(history, seat, word)) return;
    const appeal = openAppeal(history);
    const against = appeal && history.decisions.find(({ id }) => id === appeal.decisionId);
    if (!appeal || !against) throw noAppeal();
    const byTheSame = against.decidedBy === seat.accountId;
    if (byTheSame && !(await this.mayAnswer(tx, seat, against.decidedBy))) throw anotherMustDecide();
    const id = await this.rows.insert(tx, about, { ...word, decidedBy: seat.accountId, appealId: appeal.id, byTheSame });
    await this.news.answered(tx, about, { id, ...word }, { before: against.outcome, byTheSame });
    await this.writeDown(tx, seat, invitationId, 'recruiters.appeal_answered', word);
  }

  /** Whether somebody may answer an appeal against what `decidedBy` decided: another one does, where there is another one. */
  async mayAnswer(tx: Tx, { accountId, organisationId }: Seat, decidedBy: string): Promise<boolean> {
    if (decidedBy !== accountId) return true;
    const others = (await this.rows.deciders(tx, organisationId)).filter((id) => id !== decidedBy);
    return (await this.contacts.reachable(tx, others)).length === 0;
  }

  private async take(tx: Tx, seat: Seat, invitationId: string): Promise<{ about: DecidedAbout; history: DecisionHistory }> {
    const about = await this.rows.lock(tx, invitationId);
    if (!about) throw notFound();
    if (!(await this.openings.hasRead(tx, invitationId, seat.accountId))) throw readFirst();
    return { about, history: await this.rows.history(tx, invitationId) };
  }

  private writeDown(tx: Tx, { accountId, organisationId }: Seat, invitationId: string, action: string, { outcome }: Word): Promise<void> {
    return this.audit.append(tx, { actor: { kind: 'account', id: accountId }, action, subject: { kind: 'invitation', id: invitationId }, detail: { outcome, organisation: organisationId } });
  }
}

/** Sent twice over a bad line, and the candidate must not hear of it twice. */
function isSaid({ decisions: [now], appeals }: DecisionHistory, { accountId }: Seat, { outcome, reason }: Word): boolean {
  return now !== undefined && now.decidedBy === accountId && now.outcome === outcome && now.reason === reason && !appeals.some(({ decisionId }) => decisionId === now.id);
}
