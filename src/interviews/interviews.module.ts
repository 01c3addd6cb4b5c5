import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CandidatesModule } from '../candidates/index.js';
import { AnswerRepository } from './answers.repository.js';
import { Attempts } from './attempts.js';
import { AttemptRepository } from './attempts.repository.js';
import { loadQuestionBank } from './bank/load-question-bank.js';
import { QuestionBank } from './bank/question-bank.js';
import { Coach } from './coach.js';
import { CoachController } from './coach.controller.js';
import { DemoInterviews } from './demo-interviews.js';
import { Evaluators } from './evaluators.js';
import { FollowUps } from './follow-ups.js';
import { InterviewPlanner } from './interview-planner.js';
import { InterviewRoom } from './interview-room.js';
import { InterviewScores } from './interview-scores.js';
import { InterviewShelf } from './interview-shelf.js';
import { InterviewViews } from './interview-views.js';
import { Interview } from './interview.entity.js';
import { InterviewsController } from './interviews.controller.js';
import './interviews.personal-data.js';
import { InterviewRepository } from './interviews.repository.js';
import { InterviewsWorker } from './interviews.worker.js';
import { KeptInterviews } from './kept-interviews.js';
import { PracticeController } from './practice.controller.js';
import { PracticeTrend } from './practice-trend.js';
import { Reports } from './reports.js';
import { ReportsController } from './reports.controller.js';
import { RoomController } from './room.controller.js';
import { Scorer } from './scorer.js';

@Module({
  imports: [CandidatesModule, TypeOrmModule.forFeature([Interview])],
  controllers: [InterviewsController, RoomController, CoachController, ReportsController, PracticeController],
  providers: [
    { provide: QuestionBank, useFactory: () => loadQuestionBank() },
    AnswerRepository, AttemptRepository, Attempts, Coach, DemoInterviews, Evaluators, FollowUps, InterviewPlanner, InterviewRepository, InterviewRoom, InterviewScores, InterviewShelf, InterviewsWorker, InterviewViews,
    KeptInterviews, PracticeTrend, Reports, Scorer,
  ],
  exports: [DemoInterviews, InterviewScores],
})
export class InterviewsModule {}
