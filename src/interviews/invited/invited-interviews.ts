import { Injectable } from '@nestjs/common';
import { type Consented } from '../../consent/index.js';
import { notFound } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { noteFact } from '../../platform/journal/index.js';
import { type ServedObject } from '../../platform/storage/index.js';
import { QuestionBank } from '../bank/question-bank.js';
import { interviewDeleted } from '../interviews.facts.js';
import { InterviewRepository } from '../interviews.repository.js';
import { type GivenQuestion } from './given-question.js';
import { type InvitedReport } from './invited.dto.js';
import { type InvitedProgress, InvitedRepository } from './invited.repository.js';
import { describe, type DescribedQuestion, faultsOf } from './invited-questions.js';
import { InvitedReplays } from './invited-replays.js';
import { InvitedReports, type InvitedScores } from './invited-reports.js';
import { InvitedStart, type InvitedWish } from './invited-start.js';

/**
 * Interviews that somebody was invited to, for whoever invites. What is said in one is read with the proof of the consent
 * for its invitation alone; without it, and before it is handed in, it is a 404 like an interview that is not there.
 */
@Injectable()
export class InvitedInterviews {
  constructor(
    private readonly invited: InvitedRepository,
    private readonly starts: InvitedStart,
    private readonly reports: InvitedReports,
    private readonly replays: InvitedReplays,
    private readonly interviews: InterviewRepository,
    private readonly bank: QuestionBank,
  ) {}

  /** What of these questions keeps them from being asked, in sentences; none when they are fit. `competencies`: ids of which each must be asked about. */
  faultsOf(questions: readonly GivenQuestion[], competencies: readonly string[]): string[] {
    return faultsOf(this.bank, questions, competencies);
  }

  /** Each question with what an answer to it is held against; one that has left the bank is left out. */
  describe(questions: readonly GivenQuestion[]): DescribedQuestion[] {
    return describe(this.bank, questions);
  }

  /** What questions can be about. */
  competencies(): { id: string; title: string }[] {
    return this.bank.competencies.map(({ id, title }) => ({ id, title }));
  }

  /** The interview of this invitation, begun when there is none yet. AppErrors `consent.required`, `interviews.ai_not_offered`; 404 when the consent is for another invitation. */
  start(tx: Tx, consented: Consented<'invited_result'>, wish: InvitedWish): Promise<{ interviewId: string }> {
    return this.starts.start(tx, consented, wish);
  }

  /** How far each is, by id; nothing of what was said. Those that are gone are left out. */
  async progress(tx: Tx, interviewIds: readonly string[]): Promise<ReadonlyMap<string, InvitedProgress>> {
    return new Map((await this.invited.progress(tx, interviewIds)).map((one) => [one.interviewId, one]));
  }

  /** What was said and what was noticed, with the scores where there are some. Without `scores` as if nobody had scored it, for those who rate first. */
  report(tx: Tx, consented: Consented<'invited_result'>, interviewId: string, { scores = true }: { readonly scores?: boolean } = {}): Promise<InvitedReport> {
    return this.reports.read(tx, consented, interviewId, scores);
  }

  /** The recording of an answer, all of it or the range that is asked for, as far as its owner still keeps it; else 404. */
  play(tx: Tx, consented: Consented<'invited_result'>, interviewId: string, takeId: string, range: string | undefined): Promise<ServedObject> {
    return this.replays.play(tx, consented, interviewId, takeId, range);
  }

  /** What is said in a recording, as WebVTT. Errors as of `play`. */
  captions(tx: Tx, consented: Consented<'invited_result'>, interviewId: string, takeId: string): Promise<string> {
    return this.replays.captions(tx, consented, interviewId, takeId);
  }

  /** The scores of those that have a verdict, by id. To be called with interviews alone that the caller may read. */
  scores(tx: Tx, interviewIds: readonly string[]): Promise<ReadonlyMap<string, InvitedScores>> {
    return this.reports.scores(tx, interviewIds);
  }

  /** Another deadline for one that is under way. */
  moveDeadline(tx: Tx, interviewId: string, at: Date): Promise<void> {
    return this.invited.moveDeadline(tx, interviewId, at);
  }

  /** The invitation lets go of its interview, which stays with its owner; one that is under way ends as it stands. */
  setAside(tx: Tx, interviewId: string): Promise<void> {
    return this.invited.setAside(tx, interviewId);
  }

  /** An invitation takes up again what it let go of; one that was under way goes on until the deadline. */
  takeUp(tx: Tx, candidateId: string, interviewId: string, again: { readonly ref: string; readonly group: string; readonly deadlineAt: Date }): Promise<void> {
    return this.invited.takeUp(tx, candidateId, interviewId, again);
  }

  /** Deletes it for its owner, with everything that was said; all that was allowed for its invitation ends. 404 when it is not theirs. */
  async delete(tx: Tx, candidateId: string, interviewId: string): Promise<void> {
    if (!(await this.interviews.deleteMine(tx, candidateId, interviewId))) throw notFound();
    await noteFact(tx, interviewDeleted, { candidateId, interviewId });
  }
}
