import { randomUUID } from 'node:crypto';
import { type World } from './world.js';

/** A scored interview of whoever's it is, as it stands once a second evaluation has come to another side of the mark. */
export async function doubted(world: Pick<World, 'database'>, interviewId: string): Promise<void> {
  const [first, second] = [randomUUID(), randomUUID()];
  const criteria = (score: number): string => JSON.stringify(Object.fromEntries(['relevance', 'specificity', 'structure', 'reasoning', 'clarity'].map((id) => [id, { score, reason: `It deserves ${score}.`, quotes: [] }])));
  for (const [id, why, evaluator, score] of [[first, 'first', 'anthropic/claude-sonnet-4-6', 75], [second, 'second', 'openai/gpt-4.1', 80]] as const) {
    await world.database.query(
      `insert into interviews.run (id, interview_id, why, state, evaluator, evaluator_version, rubric, overall, ended_at) values ($1, $2, $3, 'scored', $4, '1', 'vv-1', $5, clock.now())`,
      [id, interviewId, why, evaluator, `${score}/10`]);
    await world.database.query(
      `insert into interviews.answer_score (run_id, interview_id, position, state, criteria, points, advice, outline)
       select $1, interview_id, position, 'scored', $3, '[]', '[]', '[]' from interviews.question where interview_id = $2 and follows is null`,
      [id, interviewId, criteria(score)]);
  }
  await world.database.query(
    `with doubt as (insert into interviews.review (id, interview_id, first_run, second_run, due_at) values (gen_random_uuid(), $1, $2, $3, clock.now() + interval '7 days'))
     update interviews.interview set state = 'in_review', overall = null, run_id = $2, evaluator = 'anthropic/claude-sonnet-4-6', evaluator_version = '1' where id = $1`,
    [interviewId, first, second]);
}
