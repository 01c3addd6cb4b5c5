import { type RetentionBoard as Board, type RetentionClass } from '../../api/retention-queries.js';
import styles from './class-table.module.css';

const NUMBERS = [['rows', 'Rows'], ['dueInADay', 'Due in a day'], ['dueInAWeek', 'Due in a week'], ['over', 'Being deleted'], ['late', 'Late'], ['deleted', 'Deleted']] as const;

/** Each class with its tables and how many of their rows are due. */
export function ClassTable({ board: { classes, mostCounted, days }, all }: { board: Board; all: boolean }) {
  const shown = classes.map((line) => ({ ...line, tables: all ? line.tables : line.tables.filter(({ hasEnd }) => hasEnd) })).filter(({ tables }) => tables.length > 0);
  return (
    <table className={styles.classes}>
      <thead>
        <tr><th scope="col">Table</th>{NUMBERS.map(([name, says]) => <th key={name} scope="col">{name === 'deleted' ? `${says} in ${days} days` : says}</th>)}</tr>
      </thead>
      {shown.map((line) => <ClassRows key={line.id ?? ''} line={line} mostCounted={mostCounted} />)}
    </table>
  );
}

function ClassRows({ line: { says, kept, from, tables }, mostCounted }: { line: RetentionClass; mostCounted: number }) {
  const show = (amount: number): string => (amount > mostCounted ? `${mostCounted.toLocaleString('en-GB')}+` : amount.toLocaleString('en-GB'));
  return (
    <tbody>
      <tr><th scope="rowgroup" colSpan={NUMBERS.length + 1} className={styles.class}>{says}<span className={styles.kept}>{kept}, from {from}</span></th></tr>
      {tables.map(({ table, hasEnd, ...counts }) => (
        <tr key={table}>
          <th scope="row"><code>{table}</code></th>
          {NUMBERS.map(([name, label]) => (
            <td key={name} data-label={label} data-failed={name === 'late' && counts.late > 0}>{hasEnd || name === 'rows' ? show(counts[name]) : '–'}</td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
