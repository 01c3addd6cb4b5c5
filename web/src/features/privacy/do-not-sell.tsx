import { Checkbox } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { chooseSale, privacySignalQuery, type SaleChoice, saleChoiceQuery } from '../../api/privacy-api.js';
import { sessionQuery } from '../../api/queries.js';
import { showMoment } from '../../lib/format.js';
import { Failure } from '../../ui/failure.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import '../../ui/mantine-forms.css';
import { Notice } from '../../ui/notice.js';
import styles from './legal.module.css';

/** The choice that one's data be not sold or shared, and whether this browser has said so already. */
export function DoNotSell() {
  const signal = useQuery(privacySignalQuery);
  const { data: session } = useQuery(sessionQuery);
  return (
    <div className={styles.stack}>
      <p>We sell nobody’s data, and share none for advertising. There is no way in this product to do either, so there is nothing to opt out of. If you want your choice on record all the same, here it is.</p>
      <Loaded query={signal} failed="It could not be read what your browser says." skeleton={<LinesSkeleton lines={2} />}>
        {({ gpc }) => (gpc ? <Heard /> : <p className={styles.soft}>Your browser sends no Global Privacy Control signal. If it did, that would count as your choice, here and everywhere on this site.</p>)}
      </Loaded>
      {session?.account === null && <p><Link to="/sign-in" search={{ next: '/do-not-sell' }}>Sign in</Link> to keep the choice with your account. Signed out, there is no data of yours here that could be sold.</p>}
      {session?.account && <Choice />}
    </div>
  );
}

const Heard = () => (
  <Notice kind="done" title="Your browser says: do not sell or share">
    We hear its Global Privacy Control signal, and it is honoured on every page, signed in or not. It wins over any other choice.
  </Notice>
);

function Choice() {
  const queryClient = useQueryClient();
  const choosing = useMutation({ mutationFn: chooseSale, onSuccess: (choice) => queryClient.setQueryData(saleChoiceQuery.queryKey, choice) });
  return (
    <Loaded query={useQuery(saleChoiceQuery)} failed="Your choice could not be read." skeleton={<LinesSkeleton lines={2} />}>
      {(choice) => (
        <>
          <Checkbox
            id="opted-out" label="Do not sell or share my data" checked={choice.optedOut} disabled={choosing.isPending || choice.gpc} description={says(choice)}
            onChange={(event) => choosing.mutate(event.currentTarget.checked)}
          />
          {choosing.isError && <Failure title="Your choice was not changed." error={choosing.error} />}
        </>
      )}
    </Loaded>
  );
}

function says({ gpc, chosenBy, chosenAt }: SaleChoice): string {
  if (gpc) return 'Set by your browser. It is noted with your account.';
  if (chosenAt === null) return 'You have not chosen yet.';
  return `Chosen ${chosenBy === 'gpc' ? 'by a browser of yours' : 'here'} on ${showMoment(chosenAt)}.`;
}
