import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { Database } from '../platform/db/index.js';
import { type Actor, For, Id, Me, Public, View } from '../platform/http/index.js';
import { QuestionBank } from './bank/question-bank.js';
import { FollowUps } from './follow-ups.js';
import { InterviewRoom } from './interview-room.js';
import { InterviewShelf } from './interview-shelf.js';
import { answerBody, type AnswerBody, interviewView, type InterviewView, rolesView, type RolesView, savedView, type SavedView } from './interviews.dto.js';
import { readPosition } from './read-position.js';
import { roleView } from './role-view.js';

/** What happens inside an interview. */
@Controller('api')
export class RoomController {
  constructor(
    private readonly room: InterviewRoom,
    private readonly followUps: FollowUps,
    private readonly shelf: InterviewShelf,
    private readonly bank: QuestionBank,
    private readonly db: Database,
  ) {}

  @Get('interview-roles')
  @Public()
  @View(rolesView)
  interviewRoles(): RolesView {
    return { roles: this.bank.roles.map((role) => roleView(this.bank, role)) };
  }

  @Put('interviews/:id/answers/:position')
  @For('candidate')
  @View(savedView)
  async saveAnswer(@Me() actor: Actor, @Id() id: string, @Param('position') place: string, @Body({ schema: answerBody }) { baseRevision, ...written }: AnswerBody): Promise<SavedView> {
    const position = readPosition(place);
    const { revision, savedAt } = await this.db.transaction((tx) => this.room.saveAnswer(tx, actor.id, id, position, written, baseRevision));
    return { position, revision, savedAt: new Date(savedAt).toISOString() };
  }

  /** Whoever leaves a question asks what comes next: its follow-up, where there is something to come back to. */
  @Post('interviews/:id/answers/:position/follow-up')
  @For('candidate')
  @HttpCode(200)
  @View(interviewView)
  async askFollowUp(@Me() actor: Actor, @Id() id: string, @Param('position') place: string): Promise<InterviewView> {
    const position = readPosition(place);
    await this.followUps.ask(actor.id, id, position);
    return this.shelf.read(actor.id, id);
  }

  @Post('interviews/:id/submission')
  @For('candidate')
  @HttpCode(202)
  @View(interviewView, 202)
  async submitInterview(@Me() actor: Actor, @Id() id: string): Promise<InterviewView> {
    await this.db.transaction((tx) => this.room.submit(tx, actor.id, id));
    return this.shelf.read(actor.id, id);
  }

  @Post('interviews/:id/scoring')
  @For('candidate')
  @HttpCode(202)
  @View(interviewView, 202)
  async scoreAgain(@Me() actor: Actor, @Id() id: string): Promise<InterviewView> {
    await this.db.transaction((tx) => this.room.scoreAgain(tx, actor.id, id));
    return this.shelf.read(actor.id, id);
  }
}
