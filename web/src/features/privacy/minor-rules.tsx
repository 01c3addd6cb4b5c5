import { useQuery } from '@tanstack/react-query';
import { policyQuery } from '../../api/queries.js';
import styles from './legal.module.css';

/** From which age one may be here, and what becomes of a report. */
export function MinorRules() {
  const { data: policy } = useQuery(policyQuery);
  return (
    <p className={styles.sentence}>
      {policy && `Whoever is younger than ${policy.ages.account} may not have an account here. `}
      If your report names one account, it is hidden at once, for three days at most, until a person has looked at it; one that was reported before in the last 90 days is hidden when a person decides so. If it is true, the account and all that is held of it is deleted. The person learns that there was a report, and neither from whom nor what it says.
    </p>
  );
}
