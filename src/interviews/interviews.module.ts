import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CandidatesModule } from '../candidates/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { PaymentsModule } from '../payments/index.js';
import { AiConsents } from './ai-consents.js';
import { AnswerRepository } from './answers.repository.js';
import { Attempts } from './attempts.js';
import { AttemptRepository } from './attempts.repository.js';
import { loadQuestionBank } from './bank/load-question-bank.js';
import { QuestionBank } from './bank/question-bank.js';
import { BestAnswers } from './best-answers.js';
import { CertifiableInterviews } from './certifiable/certifiable-interviews.js';
import { certifiableControllers, certifiableProviders } from './certifiable/certifiable.parts.js';
import { Coach } from './coach.js';
import { CoachController } from './coach.controller.js';
import { DemoInterviews } from './demo-interviews.js';
import { evaluationsControllers, evaluationsProviders } from './evaluations/evaluations.parts.js';
import { Evaluators } from './evaluators.js';
import { FollowUps } from './follow-ups.js';
import { Forethought } from './forethought.js';
import { InterviewCredits } from './interview-credits.js';
import { InterviewMaterial } from './interview-material.js';
import { InterviewPlanner } from './interview-planner.js';
import { InterviewRoom } from './interview-room.js';
import { InterviewScores } from './interview-scores.js';
import { InterviewShelf } from './interview-shelf.js';
import { InterviewStart } from './interview-start.js';
import { InterviewViews } from './interview-views.js';
import { Interview } from './interview.entity.js';
import { InterviewsAgain } from './interviews-again.js';
import { InterviewsController } from './interviews.controller.js';
import './interviews.invariants.js';
import './interviews.personal-data.js';
import { InterviewRepository } from './interviews.repository.js';
import { InterviewsWorker } from './interviews.worker.js';
import { KeptInterviews } from './kept-interviews.js';
import { invitedControllers, invitedProviders } from './invited/invited.parts.js';
import { InvitedInterviews } from './invited/invited-interviews.js';
import { JudgedParts } from './judged-parts.js';
import { Openings } from './openings.js';
import { PremiumVoice } from './premium-voice.js';
import { PracticeController } from './practice.controller.js';
import { PracticeTrend } from './practice-trend.js';
import { QuestionWriters } from './question-writers.js';
import { ReportPaper } from './report-pdf/report-paper.js';
import { Reports } from './reports.js';
import { ChunkIntake } from './recordings/chunk-intake.js';
import { ChunkRepository } from './recordings/chunk.repository.js';
import { IdleConsents } from './recordings/idle-consents.js';
import { RecordingAssembly } from './recordings/recording-assembly.js';
import { RecordingBytes } from './recordings/recording-bytes.js';
import { RecordingSweep } from './recordings/recording-sweep.js';
import { RecordingRepository } from './recordings/recording.repository.js';
import { Recordings } from './recordings/recordings.js';
import { Replays } from './recordings/replays.js';
import { ReplayRepository } from './recordings/replay.repository.js';
import { RecordingsController } from './recordings/recordings.controller.js';
import { RecordingsWorker } from './recordings/recordings.worker.js';
import { ConversationTakes } from './realtime/conversation-takes.js';
import { Conversations } from './realtime/conversations.js';
import { Interviewers } from './realtime/interviewers.js';
import { RealtimeController } from './realtime/realtime.controller.js';
import { SessionConsents } from './session-consents.js';
import { speechControllers, speechProviders } from './speech/speech.parts.js';
import { SpokenAnswers } from './recordings/spoken-answers.js';
import { TakeRepository } from './recordings/take.repository.js';
import { Takes } from './recordings/takes.js';
import { TakesController } from './recordings/takes.controller.js';
import { ReportsController } from './reports.controller.js';
import { RoomController } from './room.controller.js';
import { Scorer } from './scorer.js';

@Module({
  imports: [CandidatesModule, NotificationsModule, PaymentsModule, TypeOrmModule.forFeature([Interview])],
  controllers: [InterviewsController, RoomController, CoachController, ReportsController, PracticeController, TakesController, RecordingsController, RealtimeController, ...certifiableControllers, ...evaluationsControllers, ...invitedControllers, ...speechControllers],
  providers: [
    InterviewsAgain,
    { provide: QuestionBank, useFactory: () => loadQuestionBank() },
    AiConsents, Openings, QuestionWriters, AnswerRepository, AttemptRepository, Attempts, BestAnswers, Coach, DemoInterviews, Evaluators, FollowUps, Forethought, InterviewCredits, InterviewMaterial, InterviewPlanner, InterviewRepository, InterviewRoom, InterviewScores, InterviewShelf, InterviewStart, InterviewsWorker, InterviewViews,
    JudgedParts, KeptInterviews, PracticeTrend, ReportPaper, Reports, Scorer, SessionConsents,
    ChunkIntake, ChunkRepository, IdleConsents, RecordingAssembly, RecordingBytes, RecordingRepository, Recordings, RecordingsWorker, RecordingSweep, ReplayRepository, Replays, SpokenAnswers, TakeRepository, Takes,
    ...certifiableProviders,
    ...evaluationsProviders,
    ...invitedProviders,
    ...speechProviders,
    Conversations, ConversationTakes, Interviewers, PremiumVoice,
  ],
  exports: [CertifiableInterviews, DemoInterviews, InvitedInterviews, InterviewMaterial, InterviewScores],
})
export class InterviewsModule {}
