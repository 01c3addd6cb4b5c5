import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Put, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { Database } from '../platform/db/index.js';
import { type Actor, For, Id, Me, View } from '../platform/http/index.js';
import { attemptView as viewOf } from './answer-view.js';
import { Attempts } from './attempts.js';
import { InterviewViews } from './interview-views.js';
import { attemptBody, type AttemptBody, attemptView, type AttemptView, interviewView, type InterviewView, reportView, type ReportView } from './interviews.dto.js';
import { KeptInterviews } from './kept-interviews.js';
import { readPosition } from './read-position.js';
import { ReportPaper } from './report-pdf/report-paper.js';
import { Reports } from './reports.js';

/** What is read after an interview, and for how long. */
@Controller('api/interviews')
export class ReportsController {
  constructor(
    private readonly reports: Reports,
    private readonly paper: ReportPaper,
    private readonly attempts: Attempts,
    private readonly kept: KeptInterviews,
    private readonly views: InterviewViews,
    private readonly db: Database,
  ) {}

  @Get(':id/report')
  @For('candidate')
  @View(reportView)
  interviewReport(@Me() actor: Actor, @Id() id: string): Promise<ReportView> {
    return this.reports.getMine(this.db.alone, actor.id, id);
  }

  /** Made anew for each request and kept nowhere. */
  @Get(':id/report/pdf')
  @For('candidate')
  @Header('cache-control', 'no-store')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async reportPdf(@Me() actor: Actor, @Id() id: string): Promise<StreamableFile> {
    const { file, name } = await this.paper.ofMine(this.db.alone, actor.id, id);
    return new StreamableFile(file, { type: 'application/pdf', disposition: `attachment; filename="${name}"` });
  }

  /** One more attempt at a question, judged at once; scores of the interview stay as they are. */
  @Post(':id/answers/:position/attempts')
  @For('candidate')
  @View(attemptView, 201)
  async tryAgain(@Me() actor: Actor, @Id() id: string, @Param('position') place: string, @Body({ schema: attemptBody }) { text }: AttemptBody): Promise<AttemptView> {
    const position = readPosition(place);
    return viewOf(await this.db.transaction((tx) => this.attempts.make(tx, actor.id, id, position, text)));
  }

  @Put(':id/pin')
  @For('candidate')
  @View(interviewView)
  keepInterview(@Me() actor: Actor, @Id() id: string): Promise<InterviewView> {
    return this.db.transaction(async (tx) => {
      await this.kept.keep(tx, actor.id, id);
      return this.views.getMine(tx, actor.id, id);
    });
  }

  @Delete(':id/pin')
  @For('candidate')
  @HttpCode(200)
  @View(interviewView)
  letInterviewGo(@Me() actor: Actor, @Id() id: string): Promise<InterviewView> {
    return this.db.transaction(async (tx) => {
      await this.kept.letGo(tx, actor.id, id);
      return this.views.getMine(tx, actor.id, id);
    });
  }
}
