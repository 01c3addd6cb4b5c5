import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { type Disclosure, disclosuresQuery } from '../../api/visibility-queries.js';
import { showDay, showInstant } from '../../lib/format.js';
import { domainInWords } from '../../lib/domain-in-words.js';
import { Failure } from '../../ui/failure.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { fieldsInWords } from './fields.js';
import styles from './seen.module.css';

/** Who was shown what of oneself, day by day, the newest first. */
export function SeenTimeline({ whenNobody }: { whenNobody: ReactNode }) {
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = useInfiniteQuery(disclosuresQuery);
  if (isPending) return <div aria-busy="true"><LinesSkeleton lines={6} /></div>;
  if (!data) return <Failure title="Who saw you could not be read." error={error} again={() => void refetch()} />;
  const seen = data.pages.flatMap((page) => page.disclosures);
  if (seen.length === 0) return whenNobody;
  return (
    <>
      <ol className={styles.timeline}>
        {byDay(seen).map(([day, lines]) => (
          <li key={day}>
            <h2 className={styles.day}>{day}</h2>
            <ol className={styles.lines}>{lines.map((line) => <Line key={line.id} line={line} />)}</ol>
          </li>
        ))}
      </ol>
      {error && <Failure error={error} />}
      {hasNextPage && <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>Show older ones</Button>}
    </>
  );
}

function Line({ line }: { line: Disclosure }) {
  if (line.kind === 'operator') return <StaffLine line={line} />;
  const { recipient, recipientDomain, isDomainVerified, client, what, fields, at } = line;
  return (
    <li className={styles.line}>
      <p><strong>{recipient}</strong> ({domainInWords({ domain: recipientDomain, isDomainVerified })}) {deed(what)}{client === null ? '' : <>, for <strong>{client}</strong></>}.</p>
      {fields.length > 0 && <p className={styles.soft}>Shown: {fieldsInWords(fields)}.</p>}
      <p className={styles.soft}><time dateTime={at}>{showInstant(at)}</time></p>
    </li>
  );
}

/** Somebody who runs this place: they say why, and the person may look at what they read. */
function StaffLine({ line: { recipient, reason, matter, at } }: { line: Disclosure }) {
  return (
    <li className={styles.line}>
      <p>Somebody who runs this place (<strong>{recipient}</strong>) read {matter === null ? 'an interview of yours' : <Link to="/interviews/$id/report" params={{ id: matter }}>an interview of yours</Link>}, without your name.</p>
      <p>Their reason: “{reason}”</p>
      <p className={styles.soft}><time dateTime={at}>{showInstant(at)}</time></p>
    </li>
  );
}

function deed(what: string): string {
  switch (what) {
    case 'profile': return 'opened your profile';
    case 'export': return 'downloaded a list with you on it';
    case 'invited_result': return 'can read the interview they invited you to, since you handed it in';
    case 'invited_report': return 'opened the interview they invited you to';
    case 'invited_comparison': return 'compared your scores in the interview they invited you to with those of others';
    case 'invited_export': return 'downloaded a list with your results in an interview they invited you to';
    case 'client_link': return 'passed your results in an interview on by a link, and it was opened';
    case 'contact': return 'was shown how to reach you, because you accepted their request';
    default: return 'was shown something of you';
  }
}

function byDay(lines: readonly Disclosure[]): [day: string, lines: Disclosure[]][] {
  const days = new Map<string, Disclosure[]>();
  for (const line of lines) days.set(showDay(line.at), [...(days.get(showDay(line.at)) ?? []), line]);
  return [...days];
}
