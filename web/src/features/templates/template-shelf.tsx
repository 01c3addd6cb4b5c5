import { Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type TemplateLine, templatesQuery } from '../../api/template-queries.js';
import { count, showDay } from '../../lib/format.js';
import { Refused } from '../../ui/refused.js';
import rows from '../../ui/rows.module.css';
import { More } from './more.js';
import { NewTemplate } from './new-template.js';
import styles from './templates.module.css';
import { invitationWords } from './invitation-words.js';

/** The templates of an organisation, the newest first, and the way to begin another. */
export function TemplateShelf({ archived, onMade }: { archived: boolean; onMade: (id: string) => void }) {
  const query = useInfiniteQuery(templatesQuery(archived));
  if (query.isError && !query.data) return <Refused title="Your interviews could not be read." error={query.error} again={() => void query.refetch()} />;
  const templates = query.data?.pages.flatMap((page) => page.templates);
  return (
    <div className={styles.shelf}>
      {!archived && <NewTemplate onMade={onMade} />}
      <nav className={styles.choice} aria-label="Which interviews">
        <Link to="/templates" search={{}} activeOptions={{ exact: true, includeSearch: true }}>In use</Link>
        <Link to="/templates" search={{ archived: true }} activeOptions={{ exact: true, includeSearch: true }}>Archive</Link>
      </nav>
      {templates === undefined && <div aria-busy="true">{[0, 1, 2].map((row) => <Skeleton key={row} height={72} mb={16} />)}</div>}
      {templates?.length === 0 && <p className={styles.soft}>{archived ? 'Nothing is archived.' : 'None yet. Name a job above, choose two to five things you look for, pick questions, publish. Then invite people: all of them answer the same questions, in their own time.'}</p>}
      {templates !== undefined && templates.length > 0 && <ul className={rows.rows}>{templates.map((template) => <ShelfRow key={template.id} template={template} />)}</ul>}
      <More query={query} />
    </div>
  );
}

const ShelfRow = ({ template: { id, jobTitle, clientName, version, hasDraft, changedAt, invitations } }: { template: TemplateLine }) => (
  <li className={rows.row}>
    <div className={rows.what}>
      <Link to="/templates/$id" params={{ id }} className={`${rows.title} ${styles.long}`}>{jobTitle}</Link>
      <p className={rows.facts}>
        {clientName !== null && <span>for {clientName}</span>}
        <span>{stateWords(version, hasDraft)}</span>
        <span>Changed on {showDay(changedAt)}</span>
      </p>
      <p className={rows.facts}>{invitationWords(invitations).map(({ state, amount, says }) => <span key={state}>{amount.toLocaleString('en-GB')} {says}</span>)}{version !== null && Object.keys(invitations).length === 0 && <span>{count(0, 'invitation')}</span>}</p>
    </div>
  </li>
);

function stateWords(version: number | null, hasDraft: boolean): string {
  if (version === null) return 'Draft';
  return hasDraft ? `Version ${version}, and a draft of the next` : `Version ${version}`;
}
