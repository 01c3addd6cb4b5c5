/** Why the consent ended that the invitation `i` rested on, as the ledger says; null while it lives, and when there was none. */
export const ENDED_BECAUSE = `(select r.status from consent.record r join consent.subject s on s.ref = r.subject_ref
  where s.account_id = i.candidate_id and r.purpose = 'invited_result' and r.scope = i.id::text and r.status not in ('given', 'renewed') order by r.version desc limit 1)`;

/** A changed notice ended what was allowed, and nobody took it back: it waits to be allowed anew, as long as there is something to go on with, and nobody has asked for its deletion. */
export const WAITS_TO_BE_ALLOWED = `(i.state = 'withdrawn' and i.interview_id is not null and (i.completed_at is not null or i.deadline_at > clock.now()) and coalesce(${ENDED_BECAUSE} = 'invalidated', false)
  and not exists (select from recruiters.deletion d where d.invitation_id = i.id))`;

/** Until when it can be: what was not handed in yet until its deadline, and nothing for longer than a period (ISO 8601) of the policy, after which nobody knows of it. */
export const allowableUntil = (keptFor: string): string => `least(i.expires_at, i.ended_at + interval '${keptFor}', case when i.completed_at is null then i.deadline_at end)`;
