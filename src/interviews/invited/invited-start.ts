import { Injectable } from '@nestjs/common';
import { type Consented } from '../../consent/index.js';
import { newId, notFound } from '../../kernel/index.js';
import { Clock } from '../../platform/clock/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { AiConsents } from '../ai-consents.js';
import { type AnswerKind } from '../answer-kinds.js';
import { AnswerRepository } from '../answers.repository.js';
import { QuestionBank } from '../bank/question-bank.js';
import { Interview, type JudgedBy } from '../interview.entity.js';
import { type GivenQuestion } from './given-question.js';
import { givenAsked } from './invited-questions.js';
import { InvitedRepository } from './invited.repository.js';

/** What somebody is invited to. */
export interface InvitedWish {
  /** The invitation: the scope of the consent. */
  readonly ref: string;
  /** Whoever is asked the same has the same: the template. */
  readonly group: string;
  /** Who invites, as the candidate is told. */
  readonly inviter: string;
  readonly roleTitle: string;
  readonly levelId: string;
  readonly questions: readonly GivenQuestion[];
  /** Ids of what is looked for: what else a question is about is left out, unless it is about nothing of it. Without it nothing is left out. */
  readonly competencies?: readonly string[];
  /** The first of them is what each question begins with. */
  readonly answerKinds: readonly AnswerKind[];
  readonly retakes: number;
  readonly recordingOffered: boolean;
  readonly judgedBy: JudgedBy;
  /** Whether AI providers may take part that the candidate allows. People alone judge without any. */
  readonly aiProcessing: boolean;
  readonly deadlineAt: Date;
  readonly copyDelayDays: number;
}

/** No set of the bank: whoever invites chose the questions. */
const INVITED = 'invited';

/** Where an invited interview begins: asked in the words that whoever invites chose, and without help. */
@Injectable()
export class InvitedStart {
  constructor(
    private readonly invited: InvitedRepository,
    private readonly answers: AnswerRepository,
    private readonly ai: AiConsents,
    private readonly bank: QuestionBank,
    private readonly policy: Policy,
    private readonly clock: Clock,
  ) {}

  /** The interview of this invitation, begun when there is none yet. AppErrors `consent.required`, `interviews.ai_not_offered`; 404 when the consent is another's. */
  async start(tx: Tx, { subjectId: candidateId, scope }: Consented<'invited_result'>, wish: InvitedWish): Promise<{ interviewId: string }> {
    if (scope !== wish.ref) throw notFound();
    const begun = await this.invited.findByRef(tx, wish.ref);
    if (begun && begun.candidateId !== candidateId) throw notFound();
    if (begun) return { interviewId: begun.id };
    const aiProcessing = wish.aiProcessing && wish.judgedBy === 'ai';
    if (aiProcessing) await this.ai.mustHelp(tx, candidateId);
    const interview = await this.interviewFor(tx, candidateId, { ...wish, aiProcessing });
    await tx.insert(Interview, interview);
    await this.answers.ask(tx, interview.id, wish.questions.flatMap((given) => {
      const question = givenAsked(this.bank, given);
      if (!question) return [];
      const sought = question.competencies.filter((id) => wish.competencies?.includes(id));
      return [{ ...question, competencies: sought.length > 0 ? sought : question.competencies, ...(given.source === 'own' ? { own: given } : {}) }];
    }));
    return { interviewId: interview.id };
  }

  private async interviewFor(tx: Tx, candidateId: string, wish: InvitedWish): Promise<Interview> {
    const { roleTitle, levelId, answerKinds, retakes, recordingOffered, judgedBy, aiProcessing, deadlineAt, copyDelayDays } = wish;
    const now = await this.clock.now(tx);
    const end = this.policy.expiresAt('interviewResults', now);
    return Object.assign(new Interview(), {
      id: newId(), candidateId, roleId: INVITED, roleTitle, levelId, aiProcessing, mode: 'live' as const, answerKind: answerKinds[0] ?? 'text', answerKinds: [...answerKinds],
      origin: 'invited' as const, originRef: wish.ref, originGroup: wish.group, invitedBy: wish.inviter, judgedBy, retakes, recordingOffered, deadlineAt, copyDelayDays,
      state: 'in_progress' as const, startedAt: now, kept: false, expiresAt: end && new Date(Math.max(Number(end), Number(deadlineAt))),
    });
  }
}
