import { Body, Controller, Get, Post } from '@nestjs/common';
import { Database, type Tx } from '../../platform/db/index.js';
import { type Actor, For, Id, Me, View } from '../../platform/http/index.js';
import { Policy } from '../../platform/policy/index.js';
import { Appeals } from './appeals.js';
import { appealBody, asOwnDecisions, ownDecisionsView, type OwnDecisionsView } from './decisions.dto.js';

/** What was decided about oneself, and asking for another look at it. */
@Controller('api/invitations/mine/:id')
export class OwnDecisionsController {
  constructor(
    private readonly appeals: Appeals,
    private readonly policy: Policy,
    private readonly db: Database,
  ) {}

  @Get('decision')
  @For('candidate')
  @View(ownDecisionsView)
  ownDecision(@Me() actor: Actor, @Id() id: string): Promise<OwnDecisionsView> {
    return this.db.transaction((tx) => this.read(tx, actor.id, id));
  }

  @Post('appeal')
  @For('candidate')
  @View(ownDecisionsView, 201)
  appealDecision(@Me() actor: Actor, @Id() id: string, @Body({ schema: appealBody }) { said }: { said: string }): Promise<OwnDecisionsView> {
    return this.db.transaction(async (tx) => {
      await this.appeals.make(tx, actor.id, id, said);
      return this.read(tx, actor.id, id);
    });
  }

  private async read(tx: Tx, accountId: string, id: string): Promise<OwnDecisionsView> {
    const { about, history } = await this.appeals.read(tx, accountId, id);
    return asOwnDecisions(about, history, this.policy.values.limits.appeal.days);
  }
}
