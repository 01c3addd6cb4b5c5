import { z } from 'zod';
import { newId } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type Arrival, Brought } from '../../platform/personal-data/index.js';
import { assessmentView } from './assessments.dto.js';

const { fit, parts, reasons, findings, description, years, advice } = assessmentView.shape;
const broughtAssessments = z
  .array(z.object({ roleId: z.string().max(100), role: z.string().max(300), description: z.string().max(20_000), result: z.object({ fit, parts, reasons, findings, description, years, advice }), madeAt: Brought.moment }))
  .max(1_000);

/** Takes in how a resume fitted roles elsewhere, each until its time is over here. */
export async function bringInAssessments(tx: Tx, brought: Brought): Promise<Arrival[]> {
  const assessments = brought.read('assessments', broughtAssessments);
  if (assessments === null) return [];
  let [came, over] = [0, 0];
  for (const { roleId, role, description: asked, result, madeAt } of assessments) {
    const end = brought.endOf('assessments', madeAt);
    if (brought.isOver(end)) {
      over += 1;
      continue;
    }
    const rows = await tx.query<object[]>(
      `insert into candidates.assessment (id, account_id, role_id, role_title, description, result, made_at, expires_at)
       select $1, $2, $3, $4, $5, $6, $7, $8 where not exists (select from candidates.assessment where account_id = $2 and role_id = $3 and made_at = $7) returning id`,
      [newId(), brought.accountId, roleId, role, asked, JSON.stringify(result), madeAt, end],
    );
    came += rows.length;
  }
  const left = [{ count: over, because: Brought.because.over }, { count: assessments.length - came - over, because: Brought.because.here }];
  return [{ category: 'assessments', came, left: left.filter(({ count }) => count > 0) }];
}
