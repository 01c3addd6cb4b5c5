import { Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { createShortlist, shortlistsKey, type ShortlistLine, shortlistsQuery } from '../../api/shortlist-queries.js';
import { count, showDay } from '../../lib/format.js';
import { Loaded } from '../../ui/loaded.js';
import { Refused } from '../../ui/refused.js';
import rows from '../../ui/rows.module.css';
import { NameForm } from './name-form.js';
import styles from './shortlists.module.css';

/** The shortlists of an organisation, the one changed last first, and the way to begin another. */
export function ShortlistShelf({ onMade }: { onMade: (id: string) => void }) {
  const query = useQuery(shortlistsQuery());
  const queryClient = useQueryClient();
  const making = useMutation({
    mutationFn: createShortlist,
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: shortlistsKey });
      onMade(id);
    },
  });
  if (query.isError && !query.data) return <Refused title="Your shortlists could not be read." error={query.error} again={() => void query.refetch()} />;
  return (
    <div className={styles.shelf}>
      <NameForm id="new-shortlist" label="New shortlist" verb="Make it" busy={making.isPending} error={making.error} onName={(name) => making.mutate(name)} />
      <Loaded query={query} failed="Your shortlists could not be read." skeleton={[0, 1, 2].map((row) => <Skeleton key={row} height={64} mb={16} />)}>
        {(shortlists) => (shortlists.length === 0
          ? <p className={styles.soft}>None yet. Make one for each job you want to fill, then put people on it from their profile. Your colleagues see the same lists.</p>
          : <ul className={rows.rows}>{shortlists.map((shortlist) => <ShelfRow key={shortlist.id} shortlist={shortlist} />)}</ul>)}
      </Loaded>
    </div>
  );
}

const ShelfRow = ({ shortlist: { id, name, people, changedAt } }: { shortlist: ShortlistLine }) => (
  <li className={rows.row}>
    <div className={rows.what}>
      <Link to="/shortlists/$id" params={{ id }} className={`${rows.title} ${styles.long}`}>{name}</Link>
      <p className={rows.facts}><span>{count(people, 'person', 'people')}</span><span>Changed on {showDay(changedAt)}</span></p>
    </div>
  </li>
);
