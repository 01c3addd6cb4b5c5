import { Injectable } from '@nestjs/common';
import { AccountContacts } from '../../accounts/index.js';
import { notFound } from '../../kernel/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { type DecisionHistory, mayBeAppealed } from './decision.js';
import { DecisionNews } from './decision-news.js';
import { type DecidedAbout, DecisionRepository } from './decision.repository.js';
import { accessEnded, notToAppeal } from './decisions.errors.js';

/** What was decided about one's own interview, and asking for another look at it. */
@Injectable()
export class Appeals {
  constructor(
    private readonly rows: DecisionRepository,
    private readonly news: DecisionNews,
    private readonly contacts: AccountContacts,
    private readonly audit: AuditLog,
    private readonly policy: Policy,
  ) {}

  /** 404 for everybody else's invitation. */
  async read(tx: Tx, candidateId: string, invitationId: string): Promise<{ about: DecidedAbout; history: DecisionHistory }> {
    const about = await this.rows.findMine(tx, candidateId, invitationId);
    if (!about) throw notFound();
    return { about, history: await this.rows.history(tx, invitationId) };
  }

  /** AppErrors `recruiters.not_to_appeal`, `recruiters.nothing_to_look_at`; 404 as `read`. */
  async make(tx: Tx, candidateId: string, invitationId: string, said: string): Promise<void> {
    const about = await this.rows.findMine(tx, candidateId, invitationId, true);
    if (!about) throw notFound();
    const history = await this.rows.history(tx, invitationId);
    const [decision] = history.decisions;
    if (!decision || !mayBeAppealed(history)) throw notToAppeal();
    if (!about.isReadable) throw accessEnded();
    const appeal = await this.rows.insertAppeal(tx, decision.id, said, this.policy.values.limits.appeal.days);
    await this.news.asked(tx, await this.contacts.reachable(tx, await this.rows.deciders(tx, about.organisationId)), about, appeal);
    await this.audit.append(tx, { actor: { kind: 'account', id: candidateId }, action: 'recruiters.appeal_made', subject: { kind: 'invitation', id: invitationId } });
  }
}
