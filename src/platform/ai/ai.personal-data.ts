import { type Json } from '../../kernel/index.js';
import { holdsPersonalData } from '../personal-data/index.js';

/** What was asked of AI providers for somebody. What stays after them says of nobody whose it was. */
export const aiPersonalData = holdsPersonalData({
  module: 'ai',
  tables: [
    { table: 'ai.run', subjectColumn: 'account_id', retention: 'aiRuns', since: 'began_at', until: 'expires_at', stays: 'To be able to show what AI providers were asked, without what you said.' },
    { table: 'ai.spending', subjectColumn: null, retention: 'rateLimit', periodFrom: 'day_ends_at' },
  ],
  async export(tx, accountId) {
    const aiRuns = await tx.query<Record<string, Json>[]>(
      `select role as "for", provider, model, interview_id as interview, position as question, rubric, fields as "fieldsSent", units, cost_micro_usd::float8 as "costInMillionthsOfADollar",
         coalesce(outcome, 'not known') as outcome, began_at::text as "beganAt", ended_at::text as "endedAt"
       from ai.run where account_id = $1 and expires_at > clock.now() order by began_at, id`,
      [accountId],
    );
    return aiRuns.length === 0 ? {} : { aiRuns };
  },
  async erase(tx, accountId) {
    await tx.query('update ai.run set account_id = null where account_id = $1', [accountId]);
  },
  remaining: () => Promise.resolve([]),
});
