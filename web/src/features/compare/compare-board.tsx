import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { type CompareAsk, compareQuery, type ComparisonRow } from '../../api/reviewed-queries.js';
import { count } from '../../lib/format.js';
import { Loaded } from '../../ui/loaded.js';
import { CompareFilters } from './compare-filters.js';
import { CompareTable } from './compare-table.js';
import styles from './compare.module.css';
import { RaterFigures } from './rater-figures.js';

/** As many as the server compares. */
const MOST = 500;

interface Props {
  templateId: string;
  ask: CompareAsk;
  onAsk: (ask: CompareAsk) => void;
  /** What can be done with those that are shown. */
  actions?: (rows: readonly ComparisonRow[]) => ReactNode;
}

/** Everybody who handed in an interview of a template, beside each other. */
export function CompareBoard({ templateId, ask, onAsk, actions }: Props) {
  const query = useQuery(compareQuery(templateId, ask));
  const isFiltered = Object.keys(ask).some((name) => name !== 'sort');
  return (
    <div className={styles.board}>
      <CompareFilters ask={ask} onAsk={onAsk} />
      <Loaded query={query} failed="The candidates could not be read." skeleton={<Skeleton height={320} />}>
        {(comparison) => (
          <section className={styles.part} aria-labelledby="candidates">
            <div className={styles.bar}>
              <h2 id="candidates">{count(comparison.rows.length, 'candidate')}{comparison.rows.length < comparison.comparedWith && ` of ${comparison.comparedWith}`}</h2>
              {actions?.(comparison.rows)}
            </div>
            {comparison.comparedWith >= MOST && <p className={styles.soft}>Only the newest {MOST} interviews are compared.</p>}
            {comparison.rows.some(({ hidden }) => hidden) && <p className={styles.soft}>Whom you have not rated stands at the end, without scores: rate first, so that no number thinks for you.</p>}
            {comparison.rows.length > 0
              ? <CompareTable comparison={comparison} />
              : <p className={styles.soft}>{isFiltered ? 'Nobody fits. Take a filter away.' : 'Nobody has handed an interview in yet. Whoever does stands here, and nobody else sees it.'}</p>}
          </section>
        )}
      </Loaded>
      <RaterFigures templateId={templateId} />
    </div>
  );
}
