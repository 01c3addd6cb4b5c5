import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CandidatesModule } from '../candidates/index.js';
import { AnswerRepository } from './answers.repository.js';
import { loadQuestionBank } from './bank/load-question-bank.js';
import { QuestionBank } from './bank/question-bank.js';
import { DemoInterviews } from './demo-interviews.js';
import { Evaluators } from './evaluators.js';
import { InterviewPlanner } from './interview-planner.js';
import { InterviewRoom } from './interview-room.js';
import { InterviewShelf } from './interview-shelf.js';
import { Interview } from './interview.entity.js';
import { InterviewsController } from './interviews.controller.js';
import './interviews.personal-data.js';
import { InterviewRepository } from './interviews.repository.js';
import { InterviewsWorker } from './interviews.worker.js';
import { Reports } from './reports.js';
import { RoomController } from './room.controller.js';
import { Scorer } from './scorer.js';

@Module({
  imports: [CandidatesModule, TypeOrmModule.forFeature([Interview])],
  controllers: [InterviewsController, RoomController],
  providers: [
    { provide: QuestionBank, useFactory: () => loadQuestionBank() },
    AnswerRepository, DemoInterviews, Evaluators, InterviewPlanner, InterviewRepository, InterviewRoom, InterviewShelf, InterviewsWorker, Reports, Scorer,
  ],
  exports: [DemoInterviews],
})
export class InterviewsModule {}
