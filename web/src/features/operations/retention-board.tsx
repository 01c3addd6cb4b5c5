import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type RetentionBoard as Board, retentionBoardQuery } from '../../api/retention-queries.js';
import { count, showInstant } from '../../lib/format.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import { Notice } from '../../ui/notice.js';
import { DeletionList } from './deletion-list.js';
import { ClassTable } from './class-table.js';
import styles from './operations.module.css';

/** What is kept, what is due, what went, and whether anything should be gone and is not. */
export function RetentionBoard({ all }: { all: boolean }) {
  return (
    <Loaded query={useQuery(retentionBoardQuery)} failed="What is kept could not be counted." skeleton={<LinesSkeleton lines={12} />}>
      {(board) => (
        <div className={styles.board}>
          <Lateness board={board} />
          <section aria-labelledby="classes" className={styles.part}>
            <h2 id="classes">By class of the policy</h2>
            <nav className={styles.choice} aria-label="Which tables">
              <Link to="/operator/retention" search={{}} activeOptions={{ exact: true, includeSearch: true }}>What ends by itself</Link>
              <Link to="/operator/retention" search={{ show: 'all' }} activeOptions={{ exact: true, includeSearch: true }}>All</Link>
            </nav>
            <ClassTable board={board} all={all} />
          </section>
          <section aria-labelledby="deletions" className={styles.part}>
            <h2 id="deletions">Deleted in the last {board.days} days</h2>
            <DeletionList deletions={board.deletions} classes={board.classes} />
          </section>
        </div>
      )}
    </Loaded>
  );
}

function Lateness({ board: { late, grace, at, files, mostCounted } }: { board: Board }) {
  const amount = (rows: number): string => (rows > mostCounted ? `more than ${count(mostCounted, 'file')}` : count(rows, 'file'));
  return (
    <div className={styles.part}>
      {late === 0
        ? <Notice kind="done" title="Nothing is late">All that had to go is gone, or ended less than {grace} ago.</Notice>
        : <Notice kind="warning" title={late === 1 ? '1 row is late' : `${late.toLocaleString('en-GB')} rows are late`}>Over for more than {grace}, shown to nobody, and still there. <Link to="/operator/work">See whether work was given up</Link></Notice>}
      <p className={styles.soft}>Stored: {amount(files.rows)}. {files.leaving > 0 && `Being deleted, and read by nobody any more: ${amount(files.leaving)}. `}Counted on {showInstant(at)}.</p>
    </div>
  );
}
