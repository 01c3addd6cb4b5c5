import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { type CheckedLine } from '../../api/invitation-queries.js';
import styles from './invitations.module.css';
import { faultWords } from './words.js';

/** As many lines as one looks through; the rest on demand. */
const AT_FIRST = 200;

/** The list line by line, as it was understood. */
export function LineTable({ lines, unfit }: { lines: readonly CheckedLine[]; unfit: number }) {
  const [onlyUnfit, setOnlyUnfit] = useState(false);
  const [isWhole, setWhole] = useState(false);
  const chosen = onlyUnfit ? lines.filter(({ fault }) => fault !== null) : lines;
  const shown = isWhole ? chosen : chosen.slice(0, AT_FIRST);
  return (
    <>
      {unfit > 0 && unfit < lines.length && (
        <label className={styles.option}><input type="checkbox" checked={onlyUnfit} onChange={() => setOnlyUnfit(!onlyUnfit)} />Show only what is left out</label>
      )}
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="The list, line by line">
        <table>
          <thead><tr><th scope="col" className={styles.number}>Line</th><th scope="col" className={styles.person}>Person</th><th scope="col">Invited?</th></tr></thead>
          <tbody>{shown.map((line, index) => <Line key={`${line.line}.${index}`} line={line} />)}</tbody>
        </table>
      </div>
      {shown.length < chosen.length && <div><Button variant="default" size="sm" onClick={() => setWhole(true)}>Show the other {(chosen.length - shown.length).toLocaleString('en-GB')} lines</Button></div>}
    </>
  );
}

function Line({ line: { line, email, name, fault } }: { line: CheckedLine }) {
  return (
    <tr>
      <td className={styles.number}>{line}</td>
      <td>{email ?? <span className={styles.soft}>No address</span>}{name !== null && <span className={styles.says}>{name}</span>}</td>
      <td>
        {fault === null
          ? <span className={styles.fit}><IconCheck size={18} stroke={1.5} aria-hidden />Yes</span>
          : <span className={styles.fault}><IconAlertTriangle size={18} stroke={1.5} aria-hidden />{faultWords[fault]}</span>}
      </td>
    </tr>
  );
}
