import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { myAccountQuery, secondFactorQuery } from '../../api/account-queries.js';
import { type MyAccount, type SecondFactor as SecondFactorState } from '../../api/schema.js';
import { focusHeading } from '../../lib/focus-heading.js';
import { Loaded } from '../../ui/loaded.js';
import { Notice } from '../../ui/notice.js';
import { RecoveryCodeList } from './recovery-code-list.js';
import { SecondFactorOn } from './second-factor-on.js';
import { SecondFactorSetUp } from './second-factor-set-up.js';
import styles from './settings.module.css';

/** The second step of signing in: off, being set up, or on. `onKept` is told when the fresh recovery codes are put away. */
export function SecondFactor({ onKept }: { onKept: () => void }) {
  const account = useQuery(myAccountQuery);
  const factor = useQuery(secondFactorQuery);
  const skeleton = <Skeleton height={240} />;
  return (
    <Loaded query={account} failed="Your account could not be read." skeleton={skeleton}>
      {(mine) => (
        <Loaded query={factor} failed="Your second factor could not be read." skeleton={skeleton}>
          {(state) => <State account={mine} state={state} onKept={onKept} />}
        </Loaded>
      )}
    </Loaded>
  );
}

function State({ account, state, onKept }: { account: MyAccount; state: SecondFactorState; onKept: () => void }) {
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes !== null) {
    const putAway = (): void => {
      setCodes(null);
      focusHeading();
      onKept();
    };
    return <RecoveryCodeList codes={codes} email={account.email} onKept={putAway} />;
  }
  if (state.on) return <SecondFactorOn state={state} onNewCodes={setCodes} />;
  return (
    <div className={styles.section}>
      {state.required && (
        <Notice kind="warning" title="Your role needs a second factor">Set it up here. Until then the pages of that role stay closed; everything else works.</Notice>
      )}
      <p>With a second factor, whoever knows your password still cannot sign in: a code from your phone is asked for as well. It is off.</p>
      <SecondFactorSetUp account={account} onCodes={setCodes} />
    </div>
  );
}
