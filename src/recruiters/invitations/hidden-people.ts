/**
 * Whether a column names somebody whom a report hides that they are too young (`privacy.hidden_until`): nobody reads what they
 * share until a person has decided, and nothing of what they allow ends with it. Asked for all of them at once, since lists are long.
 */
export const isHidden = (candidate: string): string =>
  `${candidate} = any (array(select m.account_id from privacy.minor_report m where m.outcome is null and m.account_gone_at is null and m.hidden_until > clock.now()))`;

const isHiddenResult = `i.state = 'complete' and ${isHidden('i.candidate_id')}`;

/** How the invitation `i` stands, for its organisation, wherever it is listed or counted: whoever is hidden looks like somebody who took it back. */
export const SHOWN_STATE = `case when ${isHiddenResult} then 'withdrawn' else recruiters.state_of(i) end`;

/** Since when the invitation `i` is over, to go with that. */
export const SHOWN_END = `case when ${isHiddenResult}
  then greatest(i.completed_at, (select max(m.reported_at) from privacy.minor_report m where m.account_id = i.candidate_id and m.outcome is null)) else i.ended_at end`;
