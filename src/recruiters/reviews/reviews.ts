import { Injectable } from '@nestjs/common';
import { AccountContacts } from '../../accounts/index.js';
import { InterviewMaterial } from '../../interviews/index.js';
import { type Tx } from '../../platform/db/index.js';
import { OpeningLog } from './opening-log.js';
import { type OverrideWish, Overrides } from './overrides.js';
import { asReviewedInterview, hiddenFrom } from './reviewed-interview.js';
import { type OpenReview, ReviewMaterial } from './review-material.js';
import { type ReviewedInterviewView } from './reviews.dto.js';
import { type Rating } from './scorecard.js';
import { Scorecards, type ToRate } from './scorecards.js';

/** Reading an interview that came back, rating it, and putting a score of one's own in the place of another. 404 for everybody who may not read it. */
@Injectable()
export class Reviews {
  constructor(
    private readonly material: ReviewMaterial,
    private readonly openings: OpeningLog,
    private readonly scorecards: Scorecards,
    private readonly overrides: Overrides,
    private readonly contacts: AccountContacts,
    private readonly bank: InterviewMaterial,
  ) {}

  /** As the caller may see it; what they see is written down for the candidate. */
  async read(tx: Tx, accountId: string, invitationId: string): Promise<ReviewedInterviewView> {
    const open = await this.material.open(tx, accountId, invitationId);
    const { reviewed, cards, overrides, seat, consented } = open;
    const authors = [...cards, ...overrides].flatMap(({ authorId }) => authorId ?? []);
    const view = asReviewedInterview(open, accountId, await this.contacts.findMany(tx, authors));
    await this.openings.note(tx, seat, consented, { invitationId, clientName: reviewed.clientName, what: 'invited_report', parts: view.evaluation === null ? ['answers'] : ['answers', 'scores'] });
    await this.bank.noteOutlinesRead(tx, accountId, view.answers.map(({ questionId }) => questionId));
    return view;
  }

  /** AppErrors of `Scorecards.save`. */
  async saveDraft(tx: Tx, accountId: string, invitationId: string, rating: Rating): Promise<ReviewedInterviewView> {
    const open = await this.material.open(tx, accountId, invitationId);
    await this.scorecards.save(tx, open.seat, toRate(open), rating);
    return this.read(tx, accountId, invitationId);
  }

  /** AppErrors of `Scorecards.submit`. */
  async submit(tx: Tx, accountId: string, invitationId: string, rating: Rating): Promise<ReviewedInterviewView> {
    const open = await this.material.open(tx, accountId, invitationId);
    await this.scorecards.submit(tx, open.seat, toRate(open), rating);
    return this.read(tx, accountId, invitationId);
  }

  /** AppError `recruiters.rate_first`. */
  async override(tx: Tx, accountId: string, invitationId: string, wish: OverrideWish): Promise<ReviewedInterviewView> {
    const { seat, report, reviewed, cards, overrides: [newest] } = await this.material.open(tx, accountId, invitationId);
    const isHidden = hiddenFrom(accountId, reviewed.rateFirst, cards).evaluation;
    await this.overrides.make(tx, seat, { invitationId, insteadOf: report.overall?.shown ?? null, newest, isHidden }, wish);
    return this.read(tx, accountId, invitationId);
  }
}

const toRate = ({ reviewed, report }: OpenReview): ToRate => ({ invitationId: reviewed.invitationId, positions: report.answers.map(({ position }) => position) });
