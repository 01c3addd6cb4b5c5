import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type Disclosure, disclosuresOfQuery } from '../../api/visibility-queries.js';
import { inOneBreath, showInstant } from '../../lib/format.js';
import { Failure } from '../../ui/failure.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import styles from './invited.module.css';

/** Each time somebody was shown something of this interview, the newest first. */
export function WhoHasSeen({ id }: { id: string }) {
  const query = useInfiniteQuery(disclosuresOfQuery(id));
  return (
    <section className={styles.part} aria-labelledby="seen">
      <h2 id="seen">Who has seen it</h2>
      <Loaded query={query} failed="Who has seen it could not be read." skeleton={<LinesSkeleton lines={3} />}>
        {({ pages }) => {
          const lines = pages.flatMap(({ disclosures }) => disclosures);
          if (lines.length === 0) return <p className={styles.soft}>Nobody so far. Whoever opens it stands here from that moment on.</p>;
          return <ol className={styles.seen}>{lines.map((line) => <Line key={line.id} line={line} />)}</ol>;
        }}
      </Loaded>
      {query.isFetchNextPageError && <Failure error={query.error} />}
      {query.hasNextPage && <div><Button variant="default" size="sm" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>Show older ones</Button></div>}
    </section>
  );
}

function Line({ line: { recipient, client, what, fields, at } }: { line: Disclosure }) {
  return (
    <li>
      <span>{deed(what, recipient, client)}{fields.length > 0 && <span className={styles.soft}> Shown: {inOneBreath(fields.map((field) => FIELDS[field] ?? field))}.</span>}</span>
      <span className={styles.soft}><time dateTime={at}>{showInstant(at)}</time></span>
    </li>
  );
}

const FIELDS: Readonly<Record<string, string>> = { answers: 'your answers', recordings: 'your recordings', scores: 'your scores', name: 'your name', email: 'your e-mail address' };

function deed(what: string, recipient: string, client: string | null): string {
  switch (what) {
    case 'invited_result': return `${recipient} can read it from here on.`;
    case 'invited_report': return `${recipient} opened it.`;
    case 'invited_comparison': return `${recipient} saw your scores beside those of others.`;
    case 'invited_export': return `${recipient} downloaded a list with your results.`;
    case 'client_link': return `${client ?? 'The client'} opened the link of ${recipient}.`;
    default: return `${recipient} was shown something of it.`;
  }
}
