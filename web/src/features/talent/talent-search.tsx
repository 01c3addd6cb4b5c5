import { NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { type TalentAsk, type TalentPage, talentSearchQuery } from '../../api/talent-queries.js';
import { count } from '../../lib/format.js';
import { Refused } from '../../ui/refused.js';
import { Chosen } from './chosen.js';
import { Filters } from './filters.js';
import { FilterSheet } from './filter-sheet.js';
import { NobodyFound } from './nobody-found.js';
import { changed, narrowings, toggled, without } from './talent-ask.js';
import { ListSkeleton, TalentList } from './talent-list.js';
import { type Client, ToldBefore } from './told-before.js';
import { useCompetencies } from './use-competencies.js';
import { WordField } from './word-field.js';
import { wordFor } from './words.js';
import styles from './search.module.css';

interface Props {
  ask: TalentAsk;
  onAsk: (ask: TalentAsk) => void;
  clients: readonly Client[];
  client: string | undefined;
  onClient: (id: string | undefined) => void;
  /** Whoever was listed after this moment is marked as new; null for nobody. */
  newSince: string | null;
  /** What can be done with the search as a whole. */
  actions: ReactNode;
}

/** The search for people who let employers find them: the question beside the answer. */
export function TalentSearch({ ask, onAsk, clients, client, onClient, newSince, actions }: Props) {
  const query = useInfiniteQuery(talentSearchQuery(ask));
  const competencies = useCompetencies();
  const first = query.data?.pages[0];
  const words = narrowings(ask);
  const waiting = query.isError ? 'People' : 'Searching';
  const filters = <Filters ask={ask} facets={first?.facets ?? []} competencies={competencies} onAsk={onAsk} />;
  return (
    <div className={styles.search}>
      <div className={styles.ask}>
        <WordField label="Search" description="Skills, roles, places or other words" onChoose={(value, kind) => onAsk(withWord(ask, value, kind))} />
      </div>
      <aside className={styles.aside} aria-label="Filters">{filters}</aside>
      <section className={styles.results} aria-labelledby="found">
        <div className={styles.bar}>
          <h2 id="found">{first ? said(first) : waiting}</h2>
          <p className="visually-hidden" role="status">{first && !query.isPlaceholderData ? `${said(first)} found` : waiting}</p>
          <FilterSheet active={words.length} found={first ? said(first) : 'people'}>{filters}</FilterSheet>
          <Order ask={ask} onAsk={onAsk} />
          {actions}
        </div>
        <Chosen label="What you asked for" words={words.map(([name, value]) => ({ key: `${String(name)} ${value}`, says: wordFor(name, value, competencies), remove: () => onAsk(without(ask, name, value)) }))} />
        <div className={styles.told}><ToldBefore clients={clients} client={client} onClient={onClient} /></div>
        {query.isError && !query.isFetchNextPageError && <Refused title="Nobody could be searched for." error={query.error} again={() => void query.refetch()} />}
        {query.isPending && <ListSkeleton />}
        {first && first.rankedOnly !== null && <p className={styles.soft}>Only the {first.rankedOnly} people with the highest scores are put in this order and shown. Narrow your search to see the others.</p>}
        {query.data && !query.isRefetchError && (first?.talent.length === 0
          ? <NobodyFound ask={ask} competencies={competencies} onAsk={onAsk} />
          : <TalentList cards={query.data.pages.flatMap(({ talent }) => talent)} asked={[...(ask.allSkills ?? []), ...(ask.anySkills ?? [])]} from={{ ...ask, ...(client === undefined ? {} : { client }) }} newSince={newSince} isOld={query.isPlaceholderData} more={query} />)}
      </section>
    </div>
  );
}

function Order({ ask, onAsk }: { ask: TalentAsk; onAsk: (ask: TalentAsk) => void }) {
  const id = useId();
  const orders = [{ value: 'score', label: 'Highest score first' }, { value: 'newest', label: 'Newly listed first' }, { value: 'relevance', label: 'Best fit to your words first' }];
  return (
    <NativeSelect
      id={id} aria-label="Order" size="sm" value={ask.sort ?? 'score'} data={ask.text === undefined ? orders.slice(0, 2) : orders}
      onChange={({ currentTarget: { value } }) => onAsk(changed(ask, 'sort', value === 'score' ? null : value as NonNullable<TalentAsk['sort']>))}
    />
  );
}

/** "1,000+ people", "1 person". */
const said = ({ total }: TalentPage): string => (total.isCapped ? `${total.count.toLocaleString('en-GB')}+ people` : count(total.count, 'person', 'people'));

function withWord(ask: TalentAsk, value: string, kind: 'skill' | 'role' | 'place' | null): TalentAsk {
  if (kind === 'skill') return ask.allSkills?.includes(value) ? ask : toggled(ask, 'allSkills', value, true);
  return changed(ask, kind ?? 'text', value);
}
