import { Outbox } from '../platform/jobs/index.js';
import { type Tx } from '../platform/db/index.js';
import { type Purpose } from '../platform/policy/index.js';
import { consentEnded } from './consent.events.js';
import { SHOWN_TO } from './consent.repository.js';

type Ending = { readonly where: string } & ({ readonly subjectId: string } | { readonly purpose: Purpose; readonly scope: string });

/** Ends all consents to a purpose for one scope, whose owner is gone: nothing that hung from them is left when this returns. `where` is the module that asks. */
export async function endScope(tx: Tx, purpose: Purpose, scope: string, where: string): Promise<void> {
  await terminate(tx, { purpose, scope, where });
}

/** Ends what fits as `terminated`, one person after the other, and publishes each ending; whoever was shown them is told of what it ends with. */
export async function terminate(tx: Tx, ending: Ending): Promise<void> {
  const [subjectId, purpose, scope] = 'subjectId' in ending ? [ending.subjectId, null, null] : [null, ending.purpose, ending.scope];
  const ended = await tx.query<{ subjectId: string; purpose: Purpose; scope: string; shownTo: string[] }[]>(
    `select g.subject_id as "subjectId", r.purpose, r.scope, ${SHOWN_TO} as "shownTo"
       from (select subject_id, purpose, scope, given_at from consent.live_grant where subject_id = $1 or (purpose = $2 and scope = $3) order by subject_id, purpose, scope) g
       cross join lateral consent.end_grant(g.subject_id, jsonb_build_object(
        'event_id', gen_random_uuid(), 'purpose', g.purpose, 'scope', g.scope, 'status', 'terminated',
        'locale', 'en', 'wording', '', 'how', 'system', 'place', $4::text, 'actor', 'system')) r
      where r.id is not null`,
    [subjectId, purpose, scope, ending.where],
  );
  const outbox = new Outbox();
  for (const consent of ended) await outbox.publish(tx, consentEnded, { ...consent, because: 'terminated' });
}
