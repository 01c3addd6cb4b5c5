import { z } from 'zod';
import { outcomes } from '../decisions/decision.js';
import { recommendations } from '../reviews/scorecard.js';
import { standingView } from '../reviews/reviews.dto.js';
import { type Agreement, type Alignment, FEWEST } from '../reviews/agreement.js';
import { type ComparisonRow, sorts } from './comparison-row.js';

const moment = z.string().meta({ format: 'date-time' });
const recommendation = z.enum(recommendations);

export const comparisonQuery = z.object({
  state: z.enum(['unrated', 'rated']).optional(),
  recommendation: recommendation.optional(),
  leastScore: z.coerce.number().min(0).max(10).optional(),
  decision: z.enum([...outcomes, 'open']).optional(),
  sort: z.enum(sorts).optional(),
});

export const comparisonView = z
  .object({
    rows: z.array(
      z.object({
        invitationId: z.uuid(),
        name: z.string().nullable(),
        email: z.string().nullable(),
        clientName: z.string().nullable(),
        submittedAt: moment,
        endsAt: moment,
        judgedBy: z.enum(['ai', 'people']),
        /** The scores of others are kept from the caller until they have rated this one. */
        hidden: z.boolean(),
        mine: z.object({ mean: z.string(), recommendation }).nullable(),
        evaluation: z.object({ overall: z.string().nullable(), competencies: z.record(z.string(), z.string()) }).nullable(),
        people: z.object({ mean: z.string(), count: z.number().int(), recommendations: z.array(recommendation) }).nullable(),
        override: z.string().nullable(),
        standing: standingView.nullable(),
        decision: z.enum(outcomes).nullable(),
        isAppealed: z.boolean(),
      }),
    ),
    /** Out of how many: the newest 500 at most. */
    comparedWith: z.number().int(),
    /** What the columns of competencies are called. */
    competencies: z.array(z.object({ id: z.string(), title: z.string() })),
  })
  .meta({ id: 'Comparison' });

const figure = z.number().nullable();
export const agreementView = z
  .object({
    /** Answers that two people or more have rated, and pairs of marks. The figures are null under `fewest` of them. */
    answers: z.number().int(), pairs: z.number().int(), fewest: z.number().int(),
    /** Krippendorff's alpha on an interval scale, and the share of pairs at most one mark apart. */
    alpha: figure, withinOne: figure,
    /** Interviews that people rated and the evaluator scored, and how the two go together (Pearson). */
    alignment: z.object({ interviews: z.number().int(), correlation: figure }),
  })
  .meta({ id: 'RaterAgreement' });

export type ComparisonQuery = z.infer<typeof comparisonQuery>;
export type ComparisonView = z.infer<typeof comparisonView>;
export type AgreementView = z.infer<typeof agreementView>;

export function asComparison({ rows, comparedWith }: { readonly rows: readonly ComparisonRow[]; readonly comparedWith: number }, titleOf: (competencyId: string) => string): ComparisonView {
  const ids = [...new Set(rows.flatMap(({ evaluation }) => Object.keys(evaluation?.competencies ?? {})))].sort();
  return {
    comparedWith,
    rows: rows.map(({ submittedAt, endsAt, evaluation, people, ...row }) => ({
      // What is no part of the view is stripped from the answer.
      ...row, submittedAt: submittedAt.toISOString(), endsAt: endsAt.toISOString(), evaluation: evaluation && { ...evaluation, competencies: { ...evaluation.competencies } },
      people: people && { ...people, recommendations: [...people.recommendations] },
    })),
    competencies: ids.map((id) => ({ id, title: titleOf(id) })),
  };
}

export const asAgreement = (figures: Agreement & { alignment: Alignment }): AgreementView => ({ ...figures, fewest: FEWEST });
