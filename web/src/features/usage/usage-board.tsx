import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type Usage, type UsageDays, usageQuery, usageTable } from '../../api/usage-queries.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import { DaysPicture } from './days-picture.js';
import styles from './usage.module.css';
import { UsedTable } from './used-table.js';

/** What of this place is used, and how quickly it answers, from counts that know nobody. */
export function UsageBoard({ days }: { days: UsageDays }) {
  return (
    <Loaded query={useQuery(usageQuery(days))} failed="The counts could not be read." skeleton={<LinesSkeleton lines={12} />}>
      {(usage) => (usage.routes.length + usage.pages.length === 0 ? <Nothing fewest={usage.fewest} /> : <Board usage={usage} days={days} />)}
    </Loaded>
  );
}

const Nothing = ({ fewest }: Pick<Usage, 'fewest'>) => (
  <p role="status">Nothing was used {fewest} times on one day yet. Counts are written once a minute, and those below {fewest} a day are not shown.</p>
);

const Board = ({ usage: { perDay, features, pages, routes, fewest }, days }: { usage: Usage; days: UsageDays }) => (
  <div className={styles.board}>
    <DaysPicture perDay={perDay} />
    <section className={styles.part} aria-labelledby="features">
      <h2 id="features">What people do</h2>
      <UsedTable used={features} what="Function" lasting="Usual answer" fewest={fewest} />
    </section>
    <section className={styles.part} aria-labelledby="pages">
      <h2 id="pages">Pages that were open</h2>
      <p className={styles.soft}>Only of people who allow it, in browsers that do not ask otherwise.</p>
      {pages.length === 0 ? <p>No page was counted {fewest} times on one day.</p> : <UsedTable used={pages} what="Page" lasting="Usually open" fewest={fewest} />}
    </section>
    <section className={styles.part} aria-labelledby="routes">
      <h2 id="routes">What the server was asked</h2>
      <details className={styles.more}>
        <summary>Show {routes.length} routes</summary>
        <UsedTable used={routes} what="Route" lasting="Usual answer" fewest={fewest} />
      </details>
    </section>
    <section className={styles.part} aria-labelledby="file">
      <h2 id="file">As a table</h2>
      <p>Every count of every day, for a spreadsheet. Like this page, it leaves out what was used fewer than {fewest} times on a day.</p>
      <Button component="a" variant="default" href={usageTable(days)} download>Download as CSV</Button>
    </section>
  </div>
);
