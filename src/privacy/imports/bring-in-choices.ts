import { z } from 'zod';
import { type Tx } from '../../platform/db/index.js';
import { type Arrival, type Brought } from '../../platform/personal-data/index.js';
import { noteFact } from '../../platform/journal/index.js';
import { purposes } from '../../platform/policy/index.js';
import { type Objection } from '../choices/objection.repository.js';
import { objectionFact, saleFact } from '../privacy.facts.js';

const broughtObjections = z.array(z.object({ purpose: z.string().max(100) })).max(100);
const broughtChoices = z.array(z.object({ optedOut: z.boolean() })).max(1);
const KNOWN: readonly string[] = [...purposes, 'everything'];

/** What somebody objected to elsewhere they object to here, and who did not want their data sold there does not here. */
export async function bringInChoices(tx: Tx, brought: Brought): Promise<readonly Arrival[]> {
  const [objections, choices] = [brought.read('objections', broughtObjections), brought.read('saleChoice', broughtChoices)];
  const arrivals: Arrival[] = [];
  if (objections) {
    const known = [...new Set(objections.map(({ purpose }) => purpose))].filter((purpose) => KNOWN.includes(purpose));
    const rows = await tx.query<Pick<Objection, 'purpose'>[]>('insert into privacy.objection (account_id, purpose) select $1, unnest($2::text[]) on conflict do nothing returning purpose', [brought.accountId, known]);
    for (const { purpose } of rows) await noteFact(tx, objectionFact, { accountId: brought.accountId, purpose, stands: 'yes' });
    const strange = objections.length - known.length;
    arrivals.push({ category: 'objections', came: rows.length, left: strange > 0 ? [{ count: strange, because: 'nothing of the kind is done here' }] : [] });
  }
  if (choices) {
    const rows = choices.some(({ optedOut }) => optedOut)
      ? await tx.query<object[]>(`insert into privacy.sale_choice (account_id, opted_out, chosen_by) values ($1, true, 'switch') on conflict do nothing returning account_id`, [brought.accountId])
      : [];
    if (rows.length > 0) await noteFact(tx, saleFact, { accountId: brought.accountId, optedOut: 'yes', by: 'switch' });
    arrivals.push({ category: 'saleChoice', came: rows.length, left: [] });
  }
  return arrivals;
}
