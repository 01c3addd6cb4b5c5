import { Injectable } from '@nestjs/common';
import { type Tx } from '../../../platform/db/index.js';
import { Policy } from '../../../platform/policy/index.js';
import { Evaluators } from '../../evaluators.js';
import { readScore, RUBRIC } from '../../scoring/rubric.js';
import { comparisonOf, FEWEST_COMPARED } from './comparison.js';
import { type ComparisonView, type EvaluatorsView } from '../evaluations.dto.js';
import { HAS_KEY, KEY } from '../rescorings/rescoring.repository.js';
import { READABLE } from '../reviews/review.repository.js';
import { isBuiltIn } from '../run.js';

/** The newest so many, which is more than anybody needs to know two evaluators. */
const MOST_COMPARED = 20_000;

interface PairRow {
  readonly interviewId: string;
  readonly firstRun: string;
  readonly secondRun: string;
  readonly first: string;
  readonly second: string;
}

/** Who judges here, who has judged, and how two of them differ over the same interviews. */
@Injectable()
export class Comparisons {
  constructor(
    private readonly evaluators: Evaluators,
    private readonly policy: Policy,
  ) {}

  async evaluatorsKnown(tx: Tx): Promise<EvaluatorsView> {
    const known = await tx.query<EvaluatorsView['known']>(
      `select ${KEY('r')} as key, r.evaluator, r.evaluator_version as version, r.rubric, count(distinct r.interview_id)::int as interviews
       from interviews.run r join interviews.interview i on i.id = r.interview_id where r.state = 'scored' and ${READABLE}
       group by r.evaluator, r.evaluator_version, r.rubric order by interviews desc, r.evaluator, r.evaluator_version, r.rubric`);
    const configured = this.evaluators.all().map(({ name, version }) => ({ evaluator: name, version, builtIn: isBuiltIn(name) }));
    return { configured, known, rubric: RUBRIC.id };
  }

  /** Of each judge, by `key`, the newest score of each interview. */
  async compare(tx: Tx, first: string, second: string): Promise<ComparisonView> {
    const newest = (key: string): string => `select distinct on (r.interview_id) r.interview_id, r.id, r.overall from interviews.run r where r.state = 'scored' and ${HAS_KEY('r', key)} order by r.interview_id, r.ended_at desc`;
    const rows = await tx.query<PairRow[]>(
      `select i.id as "interviewId", a.id as "firstRun", b.id as "secondRun", a.overall as first, b.overall as second
       from (${newest('$1')}) a join (${newest('$2')}) b using (interview_id) join interviews.interview i on i.id = a.interview_id
       where ${READABLE} order by i.submitted_at desc limit $3`,
      [first, second, MOST_COMPARED],
    );
    const pairs = rows.map((row) => ({ ...row, first: readScore(row.first), second: readScore(row.second) }));
    return { interviews: pairs.length, atLeast: FEWEST_COMPARED, figures: comparisonOf(pairs, this.policy.values.certificate.scoreAbove) };
  }
}
