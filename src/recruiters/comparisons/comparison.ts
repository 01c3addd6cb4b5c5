import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { DecisionRepository, type LatestDecision } from '../decisions/decision.repository.js';
import { type Seat } from '../organisations/seats.js';
import { OpeningLog } from '../reviews/opening-log.js';
import { peopleOf } from '../reviews/scorecard.js';
import { standingScore } from '../reviews/standing-score.js';
import { shownScore } from '../search/shown-score.js';
import { type Ask, chosen, type ComparisonRow } from './comparison-row.js';
import { type RatedInterview, RatedInterviews } from './rated-interviews.js';

/** Those who were interviewed for one job beside each other, as one reader may see them. */
@Injectable()
export class Comparison {
  constructor(
    private readonly rated: RatedInterviews,
    private readonly decisions: DecisionRepository,
    private readonly openings: OpeningLog,
    private readonly policy: Policy,
  ) {}

  /** The rows that fit, in the order that was asked for, out of the newest 500 interviews; whose scores are shown is written down for them. 404 for another organisation's template. */
  async rows(tx: Tx, seat: Seat, templateId: string, ask: Ask = {}): Promise<{ readonly rows: readonly ComparisonRow[]; readonly comparedWith: number }> {
    const rated = await this.rated.ofTemplate(tx, seat, templateId);
    const decided = await this.decisions.latest(tx, rated.map(({ reviewed }) => reviewed.invitationId));
    const rows = chosen(rated.map((one) => this.row(one, decided.get(one.reviewed.invitationId))), ask);
    const unopened = await this.openings.unopened(tx, seat.accountId, rows.filter(({ evaluation }) => evaluation !== null).map(({ invitationId }) => invitationId), 'scores');
    for (const { consented, reviewed: { invitationId, clientName } } of rated) {
      if (unopened.has(invitationId)) await this.openings.note(tx, seat, consented, { invitationId, clientName, what: 'invited_comparison', parts: ['scores'] });
    }
    return { rows, comparedWith: rated.length };
  }

  /** One of them, for whoever writes down where it goes; 404 when it cannot be read. */
  async one(tx: Tx, seat: Seat, invitationId: string): Promise<Pick<RatedInterview, 'consented' | 'reviewed'> & { readonly row: ComparisonRow }> {
    const rated = await this.rated.one(tx, seat, invitationId);
    const decided = await this.decisions.latest(tx, [invitationId]);
    return { consented: rated.consented, reviewed: rated.reviewed, row: this.row(rated, decided.get(invitationId)) };
  }

  private row({ reviewed, hidden, mine, cards, overrides, scores }: RatedInterview, decided: LatestDecision | undefined): ComparisonRow {
    const { invitationId, interviewId, name, email, clientName, submittedAt, endsAt, judgedBy } = reviewed;
    const show = (decimal: string): string => shownScore(decimal, this.policy.values.certificate.scoreAbove);
    const evaluation = scores && {
      overall: scores.overall === null ? null : show(scores.overall),
      competencies: Object.fromEntries(Object.entries(scores.competencies).map(([id, decimal]) => [id, show(decimal)])),
    };
    const people = peopleOf(cards);
    return {
      invitationId, interviewId, name, email, clientName, submittedAt, endsAt, judgedBy, hidden: hidden.evaluation, evaluation,
      mine: mine?.mean && mine.recommendation ? { mean: mine.mean, recommendation: mine.recommendation } : null,
      people: people && { ...people, recommendations: cards.flatMap(({ recommendation }) => recommendation ?? []) },
      override: overrides[0]?.overall ?? null,
      standing: standingScore(evaluation?.overall ?? null, cards, overrides),
      decision: decided?.outcome ?? null, isAppealed: decided?.isAppealed ?? false,
    };
  }
}
