import { Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { moveEntries, type ShortlistEntry, shortlistQuery, shortlistsKey, type ShortlistWithEntries, type Stage } from '../../api/shortlist-queries.js';
import { count } from '../../lib/format.js';
import { Failure } from '../../ui/failure.js';
import { Loaded } from '../../ui/loaded.js';
import { BulkBar } from './bulk-bar.js';
import { ShortlistTable } from './shortlist-table.js';
import { ShortlistTools } from './shortlist-tools.js';
import { stages, stageWords } from './stages.js';
import styles from './shortlists.module.css';
import { useSelection } from './use-selection.js';

interface Props {
  id: string;
  stage: Stage | undefined;
  onOpen: (entryId: string) => void;
  onDeleted: () => void;
}

/** A shortlist: who is on it, at which stage, and what can be done with all of it. */
export function ShortlistBoard({ id, ...props }: Props) {
  const query = useQuery(shortlistQuery(id));
  return (
    <Loaded query={query} failed="This shortlist could not be read." skeleton={<Skeleton height={360} />}>
      {(shortlist) => <Board shortlist={shortlist} {...props} />}
    </Loaded>
  );
}

function Board({ shortlist, stage, onOpen, onDeleted }: Omit<Props, 'id'> & { shortlist: ShortlistWithEntries }) {
  const { id, entries } = shortlist;
  const queryClient = useQueryClient();
  const shown = stage === undefined ? entries : entries.filter((entry) => entry.stage === stage);
  // Whoever is gone has a place on the list, but no next stage.
  const selection = useSelection(shown.filter(({ person }) => person !== null).map(({ id: entryId }) => entryId));
  const moving = useMutation({
    mutationFn: moveEntries,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: shortlistsKey }),
  });
  const move = (entryIds: string[], to: Stage): void => moving.mutate({ id, entryIds, stage: to }, { onSuccess: selection.none });
  return (
    <div className={styles.board}>
      <ShortlistTools shortlist={shortlist} onDeleted={onDeleted} />
      {entries.length > 0 && <StageChoice id={id} entries={entries} />}
      <BulkBar chosen={selection.chosen.length} busy={moving.isPending} onMove={(to) => move(selection.chosen, to)} onNone={selection.none} />
      <p role="status" className={styles.soft}>{moving.isSuccess && `${count(moving.data.moved, 'person is', 'people are')} at the stage “${stageWords[moving.variables.stage]}” now.`}</p>
      {moving.isError && <Failure title="Nobody was moved." error={moving.error} />}
      <Nobody isEmpty={entries.length === 0} isHidden={shown.length === 0}>
        <ShortlistTable entries={shown} selection={selection} busy={moving.isPending} onOpen={onOpen} onMove={move} />
      </Nobody>
    </div>
  );
}

function Nobody({ isEmpty, isHidden, children }: { isEmpty: boolean; isHidden: boolean; children: ReactNode }) {
  if (isEmpty) return <p className={styles.soft}>Nobody is on it yet. <Link to="/talent">Search for people</Link>, open a profile, and put them on this list.</p>;
  return isHidden ? <p className={styles.soft}>Nobody is at this stage.</p> : children;
}

function StageChoice({ id, entries }: { id: string; entries: ShortlistEntry[] }) {
  const at = (stage: Stage): number => entries.filter((entry) => entry.stage === stage).length;
  return (
    <nav className={styles.choice} aria-label="Which stage">
      <Link to="/shortlists/$id" params={{ id }} search={{}} activeOptions={{ exact: true, includeSearch: true }}>All ({entries.length})</Link>
      {stages.filter((stage) => at(stage) > 0).map((stage) => (
        <Link key={stage} to="/shortlists/$id" params={{ id }} search={{ stage }} activeOptions={{ exact: true, includeSearch: true }}>{stageWords[stage]} ({at(stage)})</Link>
      ))}
    </nav>
  );
}
