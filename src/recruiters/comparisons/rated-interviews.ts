import { Injectable } from '@nestjs/common';
import { type Consented } from '../../consent/index.js';
import { InvitedInterviews } from '../../interviews/index.js';
import { notFound } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { InvitedAccess, type Readable } from '../invitations/invited-access.js';
import { type Seat } from '../organisations/seats.js';
import { type Override, OverrideRepository } from '../reviews/override.repository.js';
import { type Hidden, hiddenFrom } from '../reviews/reviewed-interview.js';
import { type Reviewed, ReviewedRepository } from '../reviews/reviewed.repository.js';
import { latestOf, type Scorecard } from '../reviews/scorecard.js';
import { ScorecardRepository } from '../reviews/scorecard.repository.js';

/** An interview with what people and the evaluator gave it; what is kept from the reader is not in it. */
export interface RatedInterview {
  readonly consented: Consented<'invited_result'>;
  readonly reviewed: Reviewed;
  readonly hidden: Hidden;
  /** The reader's own, as it was submitted last. */
  readonly mine: Scorecard | null;
  /** Everybody's, as they were submitted last. */
  readonly cards: readonly Scorecard[];
  /** The newest first. */
  readonly overrides: readonly Override[];
  /** Decimals with three places, by id of the competency; null when they are kept from the reader, or there are none. */
  readonly scores: { readonly overall: string | null; readonly competencies: Readonly<Record<string, string>> } | null;
}

/** The interviews of a template that an organisation may read, each as far as one reader may see it. */
@Injectable()
export class RatedInterviews {
  constructor(
    private readonly access: InvitedAccess,
    private readonly interviews: InvitedInterviews,
    private readonly reviewed: ReviewedRepository,
    private readonly cards: ScorecardRepository,
    private readonly overrides: OverrideRepository,
  ) {}

  /** 404 for another organisation's template. */
  async ofTemplate(tx: Tx, seat: Seat, templateId: string): Promise<RatedInterview[]> {
    return this.shown(tx, seat, await this.access.listReadable(tx, seat, templateId));
  }

  /** 404 unless the organisation may read it. */
  async one(tx: Tx, seat: Seat, invitationId: string): Promise<RatedInterview> {
    const [rated] = await this.shown(tx, seat, [await this.access.reading(tx, seat, invitationId)]);
    if (!rated) throw notFound();
    return rated;
  }

  private async shown(tx: Tx, seat: Seat, all: readonly Readable[]): Promise<RatedInterview[]> {
    const readable = new Map(all.map(({ invitationId, consented }) => [invitationId, consented]));
    const ids = [...readable.keys()];
    const cards = Map.groupBy(await this.cards.of(tx, ids), ({ invitationId }) => invitationId);
    const overrides = Map.groupBy(await this.overrides.of(tx, ids), ({ invitationId }) => invitationId);
    const rated = (await this.reviewed.of(tx, ids)).flatMap((reviewed) => {
      const consented = readable.get(reviewed.invitationId);
      return consented ? [shownTo(seat.accountId, { consented, reviewed, cards: cards.get(reviewed.invitationId) ?? [], overrides: overrides.get(reviewed.invitationId) ?? [] })] : [];
    });
    const scores = await this.interviews.scores(tx, rated.filter(({ hidden }) => !hidden.evaluation).map(({ reviewed }) => reviewed.interviewId));
    return rated.map((one) => ({ ...one, scores: scores.get(one.reviewed.interviewId) ?? null }));
  }
}

function shownTo(readerId: string, { consented, reviewed, cards, overrides }: Pick<RatedInterview, 'consented' | 'reviewed' | 'cards' | 'overrides'>): Omit<RatedInterview, 'scores'> {
  const hidden = hiddenFrom(readerId, reviewed.rateFirst, cards);
  const latest = latestOf(cards);
  return {
    consented, reviewed, hidden, mine: latest.find(({ authorId }) => authorId === readerId) ?? null,
    cards: hidden.colleagues ? [] : latest, overrides: hidden.evaluation ? [] : overrides,
  };
}
