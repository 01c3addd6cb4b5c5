import { Button, Skeleton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { endOtherSignIns, endSignIn } from '../../api/account-commands.js';
import { signInsQuery } from '../../api/account-queries.js';
import { type BegunSignIn } from '../../api/schema.js';
import { focusHeading } from '../../lib/focus-heading.js';
import { showMoment } from '../../lib/format.js';
import { Failure } from '../../ui/failure.js';
import { Loaded } from '../../ui/loaded.js';
import { Notice } from '../../ui/notice.js';
import styles from './settings.module.css';
import { useSignOut } from './use-sign-out.js';

const ways = { password: 'with your password', link: 'by mail', provider: 'through another place' } as const satisfies Record<BegunSignIn['way'], string>;

/** Where one is signed in, and the end of it. */
export function SignIns() {
  return (
    <section aria-labelledby="sign-ins" className={styles.section}>
      <h2 id="sign-ins">Where you are signed in</h2>
      <Loaded query={useQuery(signInsQuery)} failed="Your sign-ins could not be read." skeleton={<Skeleton height={220} />}>
        {(signIns) => <List signIns={signIns} />}
      </Loaded>
    </section>
  );
}

function List({ signIns }: { signIns: readonly BegunSignIn[] }) {
  const queryClient = useQueryClient();
  const refresh = async (): Promise<void> => {
    await queryClient.invalidateQueries({ queryKey: signInsQuery.queryKey });
    focusHeading();
  };
  const ending = useMutation({ mutationFn: endSignIn, onSettled: refresh });
  const endingOthers = useMutation({ mutationFn: endOtherSignIns, onSettled: refresh });
  const leaving = useSignOut();
  const others = signIns.filter(({ current }) => !current).length;
  const error = ending.error ?? endingOthers.error ?? leaving.error;
  return (
    <>
      <ul className={styles.list}>
        {signIns.map((signIn) => (
          <Row
            key={signIn.id} signIn={signIn} busy={signIn.current ? leaving.isPending : ending.isPending && ending.variables === signIn.id}
            onEnd={() => (signIn.current ? leaving.mutate() : ending.mutate(signIn.id))}
          />
        ))}
      </ul>
      <div role="status">
        {(ending.isSuccess || endingOthers.isSuccess) && <Notice kind="done">Ended. Nobody can go on with it.</Notice>}
      </div>
      {error !== null && <Failure error={error} />}
      {others > 0 && <Button variant="default" loading={endingOthers.isPending} onClick={() => endingOthers.mutate()}>End all others</Button>}
      <p className={styles.soft}>Something here that was not you? End it, then change your password if you have one. Times are those of your device.</p>
    </>
  );
}

function Row({ signIn: { way, browser, beganAt, lastUsedAt, endsAt, current }, busy, onEnd }: { signIn: BegunSignIn; busy: boolean; onEnd: () => void }) {
  return (
    <li className={styles.row}>
      <div className={styles.rowText}>
        <p className={styles.rowTitle}>
          {browser}
          {current && <span className={styles.current}><IconCheck size={16} stroke={1.5} aria-hidden />this one</span>}
        </p>
        <p>Began {showMoment(beganAt)}, {ways[way]}</p>
        <p className={styles.soft}>Last used {showMoment(lastUsedAt)} · ends by itself {showMoment(endsAt)}</p>
      </div>
      <Button variant="default" size="compact-md" loading={busy} onClick={onEnd}>
        {current ? 'Sign out here' : <>End<span className="visually-hidden"> the sign-in with {browser} of {showMoment(beganAt)}</span></>}
      </Button>
    </li>
  );
}
