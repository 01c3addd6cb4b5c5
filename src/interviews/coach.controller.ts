import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Database } from '../platform/db/index.js';
import { type Actor, For, Id, Me, View } from '../platform/http/index.js';
import { Coach } from './coach.js';
import { feedbackView, type FeedbackView, hintView, type HintView } from './practice.dto.js';
import { readPosition } from './read-position.js';

/** A word of help during an interview that was started with help. */
@Controller('api/interviews')
export class CoachController {
  constructor(
    private readonly coach: Coach,
    private readonly db: Database,
  ) {}

  @Get(':id/answers/:position/hint')
  @For('candidate')
  @View(hintView)
  answerHint(@Me() actor: Actor, @Id() id: string, @Param('position') place: string): Promise<HintView> {
    return this.coach.hint(this.db.alone, actor.id, id, readPosition(place));
  }

  /** A POST because it is work to do, not a thing to read: nothing of it is kept. */
  @Post(':id/answers/:position/feedback')
  @For('candidate')
  @HttpCode(200)
  @View(feedbackView)
  answerFeedback(@Me() actor: Actor, @Id() id: string, @Param('position') place: string): Promise<FeedbackView> {
    return this.coach.feedback(this.db.alone, actor.id, id, readPosition(place));
  }
}
