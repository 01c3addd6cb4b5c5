import { Body, Controller, Get, Header, Headers, Post, Put, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiResponse } from '@nestjs/swagger';
import { Database } from '../../platform/db/index.js';
import { type Actor, For, Id, Me, View } from '../../platform/http/index.js';
import { ReviewedRecordings } from './reviewed-recordings.js';
import { draftBody, type DraftBody, overrideBody, type OverrideBody, reviewedInterviewView, type ReviewedInterviewView, submissionBody, type SubmissionBody } from './reviews.dto.js';
import { Reviews } from './reviews.js';

interface Reply {
  status(code: number): Reply;
  headers(all: Readonly<Record<string, string>>): Reply;
}

/** Interviews that came back to the organisation that invited somebody: read, played and rated. */
@Controller('api/invitations/:id')
export class ReviewsController {
  constructor(
    private readonly reviews: Reviews,
    private readonly recordings: ReviewedRecordings,
    private readonly db: Database,
  ) {}

  /** Opening it is written down, and the candidate can read who did. */
  @Get('report')
  @For('recruiter')
  @View(reviewedInterviewView)
  reviewedInterview(@Me() actor: Actor, @Id() id: string): Promise<ReviewedInterviewView> {
    return this.db.transaction((tx) => this.reviews.read(tx, actor.id, id));
  }

  @Get('recordings/:takeId/media')
  @For('recruiter')
  @ApiProduces('video/webm', 'audio/webm', 'video/mp4', 'audio/mp4')
  @ApiResponse({ status: 200, description: 'All of it.' })
  @ApiResponse({ status: 206, description: 'The range that was asked for.' })
  async playReviewed(@Me() actor: Actor, @Id() id: string, @Id('takeId') takeId: string, @Headers('range') range: string | undefined, @Res({ passthrough: true }) reply: Reply): Promise<StreamableFile | undefined> {
    const { status, headers, stream } = await this.db.transaction((tx) => this.recordings.play(tx, actor.id, id, { takeId, range }));
    void reply.status(status).headers(headers);
    // Its type and length stand in the headers already.
    return stream ? new StreamableFile(stream) : undefined;
  }

  @Get('recordings/:takeId/captions.vtt')
  @For('recruiter')
  @Header('cache-control', 'private, no-store')
  @ApiProduces('text/vtt')
  @ApiOkResponse({ schema: { type: 'string' } })
  async reviewedCaptions(@Me() actor: Actor, @Id() id: string, @Id('takeId') takeId: string): Promise<StreamableFile> {
    const captions = await this.db.transaction((tx) => this.recordings.captions(tx, actor.id, id, takeId));
    return new StreamableFile(Buffer.from(captions), { type: 'text/vtt; charset=utf-8' });
  }

  /** Kept for its author alone until it is submitted. */
  @Put('scorecard')
  @For('recruiter')
  @View(reviewedInterviewView)
  saveScorecard(@Me() actor: Actor, @Id() id: string, @Body({ schema: draftBody }) rating: DraftBody): Promise<ReviewedInterviewView> {
    return this.db.transaction((tx) => this.reviews.saveDraft(tx, actor.id, id, rating));
  }

  /** A later one stands beside the earlier ones and counts in their place. */
  @Post('scorecard/submission')
  @For('recruiter')
  @View(reviewedInterviewView, 201)
  submitScorecard(@Me() actor: Actor, @Id() id: string, @Body({ schema: submissionBody }) rating: SubmissionBody): Promise<ReviewedInterviewView> {
    return this.db.transaction((tx) => this.reviews.submit(tx, actor.id, id, rating));
  }

  @Post('overrides')
  @For('recruiter')
  @View(reviewedInterviewView, 201)
  overrideScore(@Me() actor: Actor, @Id() id: string, @Body({ schema: overrideBody }) wish: OverrideBody): Promise<ReviewedInterviewView> {
    return this.db.transaction((tx) => this.reviews.override(tx, actor.id, id, wish));
  }
}
