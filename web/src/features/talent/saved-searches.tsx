import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { savedSearchesQuery } from '../../api/talent-queries.js';
import { Loaded } from '../../ui/loaded.js';
import { Refused } from '../../ui/refused.js';
import { SavedSearchRow } from './saved-search-row.js';
import { useCompetencies } from './use-competencies.js';
import rows from '../../ui/rows.module.css';
import styles from './saved.module.css';

const FAILED = 'Your saved searches could not be read.';

/** Every search this recruiter saved, the newest first, with how many who fit are new. */
export function SavedSearches() {
  const query = useQuery(savedSearchesQuery);
  const competencies = useCompetencies();
  if (query.isError) return <Refused title={FAILED} error={query.error} again={() => void query.refetch()} />;
  return (
    <Loaded query={query} failed={FAILED} skeleton={[0, 1, 2].map((row) => <Skeleton key={row} height={88} mb={16} />)}>
      {(searches) => (searches.length === 0
        ? <p className={styles.none}>None yet. <Link to="/talent">Search</Link>, narrow it to whom you need, and choose “Save this search”.</p>
        : <ul className={rows.rows}>{searches.map((search) => <SavedSearchRow key={search.id} search={search} competencies={competencies} />)}</ul>)}
    </Loaded>
  );
}
