import { type ShortlistEntry, type Stage } from '../../api/shortlist-queries.js';
import { moveFocus } from '../../lib/move-focus.js';
import { TableRow } from './table-row.js';
import styles from './table.module.css';
import { type useSelection } from './use-selection.js';

interface Props {
  entries: ShortlistEntry[];
  selection: ReturnType<typeof useSelection>;
  busy: boolean;
  onOpen: (id: string) => void;
  onMove: (ids: string[], stage: Stage) => void;
}

/** Everybody on a shortlist, one line each. With ↑ and ↓ the focus goes to the same place of the next line. */
export function ShortlistTable({ entries, selection, busy, onOpen, onMove }: Props) {
  return (
    <table className={styles.table} onKeyDown={moveFocus}>
      <caption className="visually-hidden">People on this shortlist. The arrow keys go from line to line.</caption>
      <thead>
        <tr>
          <th scope="col" className={styles.tick}>
            <input type="checkbox" aria-label="Choose everybody" checked={selection.chosen.length > 0 && selection.chosen.length === entries.filter(({ person }) => person !== null).length} onChange={selection.all} data-column="tick" />
          </th>
          <th scope="col">Person</th>
          <th scope="col">Score</th>
          <th scope="col">Stage</th>
          <th scope="col">Tags</th>
          <th scope="col">Notes</th>
          <th scope="col">Ref.</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <TableRow key={entry.id} entry={entry} ticked={selection.has(entry.id)} busy={busy} onTick={() => selection.toggle(entry.id)} onOpen={() => onOpen(entry.id)} onMove={(stage) => onMove([entry.id], stage)} />
        ))}
      </tbody>
    </table>
  );
}
