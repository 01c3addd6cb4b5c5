import { Progress } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type News, newsQuery } from '../../api/news-queries.js';
import { count, showInstant } from '../../lib/format.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import '../../ui/mantine-forms.css';
import { Older } from './older.js';
import styles from './operations.module.css';

/** What was sent, to how many, and how far it is. */
export function NewsList() {
  const query = useInfiniteQuery(newsQuery);
  return (
    <section aria-labelledby="sent" className={styles.part}>
      <h2 id="sent">What was sent</h2>
      <Loaded query={query} failed="What was sent could not be read." skeleton={<LinesSkeleton lines={4} />}>
        {({ pages }) => <List news={pages.flatMap(({ news }) => news)} />}
      </Loaded>
      <Older query={query} what="news" />
    </section>
  );
}

function List({ news }: { news: readonly News[] }) {
  if (news.length === 0) return <p>Nothing yet.</p>;
  return <ul className={styles.rows}>{news.map((one) => <Line key={one.id} news={one} />)}</ul>;
}

function Line({ news }: { news: News }) {
  const { subject, text, sentAt } = news;
  return (
    <li className={styles.request}>
      <p className={styles.name}>{subject}</p>
      <Reached news={news} />
      <p className={styles.soft}>Sent on {showInstant(sentAt)}</p>
      <details>
        <summary>Read it<span className="visually-hidden">: {subject}</span></summary>
        <p className={styles.words}>{text}</p>
      </details>
    </li>
  );
}

function Reached({ news: { recipients, sent, leftOut, finishedAt } }: { news: News }) {
  const leftOutSays = leftOut === 0 ? '' : ` Left out: ${leftOut.toLocaleString('en-GB')}, who had taken their consent back or were gone when their turn came.`;
  if (finishedAt !== null) return <p role="status">Went to {count(sent, 'person', 'people')}.{leftOutSays}</p>;
  const says = `Goes out: ${sent.toLocaleString('en-GB')} of ${recipients.toLocaleString('en-GB')} written.`;
  return (
    <>
      <p role="status">{says}{leftOutSays}</p>
      <Progress className={styles.wide ?? ''} value={((sent + leftOut) / recipients) * 100} aria-label={says} />
    </>
  );
}
