import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type LegalNotice as Notice, type NoticeName, noticeQuery } from '../../api/notice-queries.js';
import { policyQuery } from '../../api/queries.js';
import { showDay } from '../../lib/format.js';
import { Loaded } from '../../ui/loaded.js';
import styles from './legal.module.css';
import { NotSetUp } from './not-set-up.js';
import { Blocks } from './notice-blocks.js';

/** A notice as the server wrote it: since when it is in force, what is in it, and its parts. */
export function LegalNotice({ notice }: { notice: NoticeName }) {
  return (
    <Loaded query={useQuery(noticeQuery(notice))} failed="This text could not be read." skeleton={<Skeleton height={480} />}>
      {(text) => <Text text={text} />}
    </Loaded>
  );
}

function Text({ text: { notice, version, publishedAt, parts } }: { text: Notice }) {
  const { data: policy } = useQuery(policyQuery);
  return (
    <div className={styles.text}>
      <nav className={styles.contents} aria-labelledby="on-this-page">
        <h2 id="on-this-page">On this page</h2>
        <ol>{parts.map(({ id, title }) => <li key={id}><a href={`#${id}`}>{title}</a></li>)}</ol>
      </nav>
      <div className={styles.parts}>
        <p className={styles.version}>
          In force since <time dateTime={publishedAt}>{showDay(publishedAt)}</time>, version {version}. It is written from the values this server runs on.
          {' '}<span className={styles.elsewhere}><Link to="/legal/$notice/versions" params={{ notice }}>All versions</Link> · <a href={`/legal/${notice}.txt`}>As plain text</a></span>
        </p>
        {policy && <NotSetUp policy={policy} />}
        {parts.map(({ id, title, blocks }) => <section key={id} aria-labelledby={id} className={styles.part}><h2 id={id} tabIndex={-1}>{title}</h2><Blocks blocks={blocks} /></section>)}
      </div>
    </div>
  );
}
