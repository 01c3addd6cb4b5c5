/**
 * Whether a column names somebody whom a report hides that they are too young (`privacy.hidden_until`): nobody reads what they
 * share until a person has decided, and nothing of what they allow ends with it. Asked for all of them at once, since lists are long.
 */
export const isHidden = (candidate: string): string =>
  `${candidate} = any (array(select m.account_id from privacy.minor_report m where m.outcome is null and m.account_gone_at is null and m.hidden_until > clock.now()))`;
