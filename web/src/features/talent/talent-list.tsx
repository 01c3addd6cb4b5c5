import { Button, Skeleton } from '@mantine/core';
import { type KeyboardEvent } from 'react';
import { type TalentCard as Card, type TalentPlace } from '../../api/talent-queries.js';
import { Failure } from '../../ui/failure.js';
import { TalentCard } from './talent-card.js';
import styles from './search.module.css';

interface Props {
  cards: Card[];
  asked: readonly string[];
  from: TalentPlace;
  newSince: string | null;
  /** What was found belongs to the question before; the answer to this one is on its way. */
  isOld: boolean;
  more: { hasNextPage: boolean; isFetchingNextPage: boolean; isFetchNextPageError: boolean; error: unknown; fetchNextPage: () => unknown };
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/** Those who were found. Inside it, the arrow keys or j and k go from one to the next, and Enter opens. */
export function TalentList({ cards, asked, from, newSince, isOld, more }: Props) {
  return (
    <>
      <ol className={styles.list} aria-label="People found" aria-busy={isOld} data-old={isOld} onKeyDown={goAlong}>
        {cards.map((card) => <TalentCard key={card.talentId} card={card} asked={asked} from={from} isNew={newSince !== null && card.listedAt > newSince} />)}
      </ol>
      {more.isFetchNextPageError && <Failure title="More people could not be read." error={more.error} again={() => more.fetchNextPage()} />}
      {more.hasNextPage && !more.isFetchNextPageError && (
        <div className={styles.more}><Button variant="default" loading={more.isFetchingNextPage} onClick={() => more.fetchNextPage()}>Show more people</Button></div>
      )}
    </>
  );
}

function goAlong(event: KeyboardEvent<HTMLOListElement>): void {
  const step = steps[event.key];
  if (step === undefined || event.metaKey || event.ctrlKey || event.altKey) return;
  const links = [...event.currentTarget.querySelectorAll('a')];
  const next = links[links.findIndex((link) => link === document.activeElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

export const ListSkeleton = () => (
  <div aria-busy="true" className={styles.list}>
    <span className="visually-hidden" role="status">Searching</span>
    {[0, 1, 2, 3, 4].map((row) => (
      <div key={row} className={styles.skeleton}>
        <div><Skeleton height={22} width="30%" mb={10} /><Skeleton height={18} width="80%" mb={10} /><Skeleton height={18} width="60%" /></div>
        <Skeleton height={70} />
      </div>
    ))}
  </div>
);
