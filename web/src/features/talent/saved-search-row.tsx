import { Button, Checkbox } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { changeSavedSearch, deleteSavedSearch, lookAtSavedSearch, type SavedSearch, savedSearchesQuery } from '../../api/talent-queries.js';
import { focusHeading } from '../../lib/focus-heading.js';
import { count, showDay } from '../../lib/format.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { Failure } from '../../ui/failure.js';
import { RenameSearch } from './rename-search.js';
import { narrowings } from './talent-ask.js';
import { wordFor } from './words.js';
import rows from '../../ui/rows.module.css';
import styles from './saved.module.css';

/** A saved search: its name opens it, and whoever is listed by then counts as seen. */
export function SavedSearchRow({ search, competencies }: { search: SavedSearch; competencies: ReadonlyMap<string, string> }) {
  const { id, name, query, alerts, newlyListed, lookedAt } = search;
  const queryClient = useQueryClient();
  const reread = (): Promise<void> => queryClient.invalidateQueries({ queryKey: savedSearchesQuery.queryKey });
  const [asking, setAsking] = useState(false);
  const looking = useMutation({ mutationFn: () => lookAtSavedSearch(id), onSuccess: reread });
  const telling = useMutation({ mutationFn: (wanted: boolean) => changeSavedSearch(id, { alerts: wanted }), onSuccess: reread });
  const deletion = useMutation({ mutationFn: () => deleteSavedSearch(id), onSuccess: async () => { focusHeading(); await reread(); } });
  const words = narrowings(query).map(([part, value]) => wordFor(part, value, competencies));
  return (
    <li className={styles.row}>
      <div className={rows.what}>
        <h2 className={styles.name}><Link to="/talent" search={query} state={{ newSince: lookedAt }} onClick={() => looking.mutate()}>{name}</Link></h2>
        <p className={styles.words}>{words.length === 0 ? 'Everybody who is listed' : words.join(' · ')}</p>
        <p className={styles.fresh} data-any={newlyListed > 0}>{newlyListed === 0 ? 'Nobody new' : `${newlyListed >= 1000 ? '1,000+ people' : count(newlyListed, 'person', 'people')} newly listed`} since {showDay(lookedAt)}</p>
        {telling.isError && <Failure error={telling.error} />}
      </div>
      <div className={styles.tools}>
        <Checkbox
          label="Tell me of new people" aria-label={`Tell me of new people in ${name}`} size="sm" checked={telling.isPending ? telling.variables : alerts} disabled={telling.isPending}
          onChange={(event) => telling.mutate(event.currentTarget.checked)}
        />
        <RenameSearch id={id} name={name} />
        <Button variant="subtle" color="red" size="compact-md" aria-label={`Delete ${name}`} onClick={() => setAsking(true)}>Delete</Button>
        <ConfirmDialog
          open={asking} title="Delete this search?" verb="Delete this search" destroys busy={deletion.isPending} error={deletion.error}
          onConfirm={() => deletion.mutate()} onClose={() => setAsking(false)}
        >
          <p>“{name}” is deleted, and nobody tells you of new people for it any more. Nobody it finds is touched.</p>
        </ConfirmDialog>
      </div>
    </li>
  );
}
