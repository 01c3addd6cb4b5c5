import { Injectable } from '@nestjs/common';
import { AccountContacts } from '../../accounts/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type Seat } from '../organisations/seats.js';
import { openAppeal } from './decision.js';
import { DecisionRepository } from './decision.repository.js';
import { Decisions } from './decisions.js';
import { asDecisions, type DecisionsView, type OpenAppealsView } from './decisions.dto.js';

/** What an organisation decided, as its people read it. Whoever calls has asked whether they may. */
@Injectable()
export class DecisionReading {
  constructor(
    private readonly rows: DecisionRepository,
    private readonly decisions: Decisions,
    private readonly contacts: AccountContacts,
  ) {}

  async of(tx: Tx, seat: Seat, invitationId: string): Promise<DecisionsView> {
    const history = await this.rows.history(tx, invitationId);
    const names = await this.contacts.findMany(tx, history.decisions.map(({ decidedBy }) => decidedBy));
    const open = openAppeal(history);
    const against = open && history.decisions.find(({ id }) => id === open.decisionId);
    return asDecisions(history, names, seat.accountId, against ? await this.decisions.mayAnswer(tx, seat, against.decidedBy) : false);
  }

  async openAppeals(tx: Tx, seat: Seat): Promise<OpenAppealsView> {
    const appeals = [];
    for (const { id, invitationId, jobTitle, name, madeAt, dueAt, isOverdue, decidedBy } of await this.rows.openAppeals(tx, seat.organisationId)) {
      appeals.push({ id, invitationId, jobTitle, name, madeAt: madeAt.toISOString(), dueAt: dueAt.toISOString(), isOverdue, mayAnswer: await this.decisions.mayAnswer(tx, seat, decidedBy) });
    }
    return { appeals };
  }
}
