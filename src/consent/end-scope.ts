import { Outbox } from '../platform/jobs/index.js';
import { type Tx } from '../platform/db/index.js';
import { noteFact } from '../platform/journal/index.js';
import { type Purpose } from '../platform/policy/index.js';
import { consentEnded } from './consent.events.js';
import { endedFact } from './consent.facts.js';
import { SHOWN_TO } from './consent.repository.js';

type Ending = { readonly where: string } & ({ readonly subjectId: string } | { readonly purposes: readonly Purpose[]; readonly scopes: readonly string[] });

/** Ends all consents to some purposes for scopes that are gone: nothing that hung from them is left when this returns. `where` is the module that asks. */
export async function endScopes(tx: Tx, purposes: readonly Purpose[], scopes: readonly string[], where: string): Promise<void> {
  if (scopes.length > 0) await terminate(tx, { purposes, scopes, where });
}

/** Ends what fits as `terminated`, one person after the other, and publishes each ending; whoever was shown them is told of what it ends with. */
export async function terminate(tx: Tx, ending: Ending): Promise<void> {
  const [subjectId, purposes, scopes] = 'subjectId' in ending ? [ending.subjectId, [], []] : [null, ending.purposes, ending.scopes];
  const ended = await tx.query<{ subjectId: string; purpose: Purpose; scope: string; shownTo: string[]; eventId: string }[]>(
    `select g.subject_id as "subjectId", r.purpose, r.scope, ${SHOWN_TO} as "shownTo", r.event_id as "eventId"
       from (select subject_id, purpose, scope, given_at from consent.live_grant where subject_id = $1 or (purpose = any($2) and scope = any($3)) order by subject_id, purpose, scope) g
       cross join lateral consent.end_grant(g.subject_id, jsonb_build_object(
        'event_id', gen_random_uuid(), 'purpose', g.purpose, 'scope', g.scope, 'status', 'terminated',
        'locale', 'en', 'wording', '', 'how', 'system', 'place', $4::text, 'actor', 'system')) r
      where r.id is not null`,
    [subjectId, purposes, scopes, ending.where],
  );
  const outbox = new Outbox();
  for (const { eventId, ...consent } of ended) {
    await outbox.publish(tx, consentEnded, { ...consent, because: 'terminated' });
    // All that a person allowed goes again with their account.
    if ('scopes' in ending) await noteFact(tx, endedFact, { subjectId: consent.subjectId, purpose: consent.purpose, scope: consent.scope, eventId, because: 'terminated' });
  }
}
