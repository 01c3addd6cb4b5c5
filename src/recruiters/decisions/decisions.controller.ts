import { Body, Controller, Get, Post } from '@nestjs/common';
import { ThisBrowser } from '../../accounts/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { type Actor, For, Id, Me, View } from '../../platform/http/index.js';
import { InvitedAccess } from '../invitations/invited-access.js';
import { type Seat, Seats } from '../organisations/seats.js';
import { DecisionReading } from './decision-reading.js';
import { Decisions } from './decisions.js';
import { decisionsView, type DecisionsView, openAppealsView, type OpenAppealsView, wordBody, type WordBody } from './decisions.dto.js';
import { personNeeded } from './decisions.errors.js';

/** Decisions about people who were invited: by a person, each with a reason, one at a time. */
@Controller('api')
export class DecisionsController {
  constructor(
    private readonly decisions: Decisions,
    private readonly reading: DecisionReading,
    private readonly access: InvitedAccess,
    private readonly seats: Seats,
    private readonly db: Database,
  ) {}

  @Get('invitations/:id/decisions')
  @For('recruiter')
  @View(decisionsView)
  invitationDecisions(@Me() actor: Actor, @Id() id: string): Promise<DecisionsView> {
    return this.db.transaction(async (tx) => this.reading.of(tx, await this.allowed(tx, actor, id), id));
  }

  @Post('invitations/:id/decisions')
  @For('recruiter')
  @View(decisionsView, 201)
  decideAboutInvitation(@Me() actor: Actor, @Id() id: string, @Body({ schema: wordBody }) word: WordBody, @ThisBrowser() browser: ThisBrowser): Promise<DecisionsView> {
    byAPerson(browser);
    return this.db.transaction(async (tx) => {
      const seat = await this.allowed(tx, actor, id);
      await this.decisions.decide(tx, seat, id, word);
      return this.reading.of(tx, seat, id);
    });
  }

  @Post('invitations/:id/appeal/answer')
  @For('recruiter')
  @View(decisionsView, 201)
  answerAppeal(@Me() actor: Actor, @Id() id: string, @Body({ schema: wordBody }) word: WordBody, @ThisBrowser() browser: ThisBrowser): Promise<DecisionsView> {
    byAPerson(browser);
    return this.db.transaction(async (tx) => {
      const seat = await this.allowed(tx, actor, id);
      await this.decisions.answer(tx, seat, id, word);
      return this.reading.of(tx, seat, id);
    });
  }

  @Get('appeals')
  @For('recruiter')
  @View(openAppealsView)
  openAppeals(@Me() actor: Actor): Promise<OpenAppealsView> {
    return this.db.transaction(async (tx) => this.reading.openAppeals(tx, await this.seats.searching(tx, actor.id)));
  }

  private async allowed(tx: Tx, actor: Actor, invitationId: string): Promise<Seat> {
    const seat = await this.seats.searching(tx, actor.id);
    await this.access.reading(tx, seat, invitationId);
    return seat;
  }
}

/** Whoever comes with a token is a program, even if a person wrote it. */
function byAPerson({ request }: ThisBrowser): void {
  if (request.headers.authorization !== undefined) throw personNeeded();
}
