import { IconEyeOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type Comparison, type ComparisonRow } from '../../api/reviewed-queries.js';
import { showDay } from '../../lib/format.js';
import { moveFocus } from '../../lib/move-focus.js';
import styles from './compare.module.css';
import { decided, recommended } from './words.js';

const whose = { override: 'changed by a person', evaluation: 'evaluation', people: 'people’s marks' } as const;

/** Candidates beside each other, a line each. The first column stays; the arrow keys go from line to line. */
export function CompareTable({ comparison: { rows, competencies } }: { comparison: Comparison }) {
  return (
    <div className={styles.scroll} role="region" aria-label="Candidates compared" tabIndex={0}>
      <table className={styles.table} onKeyDown={moveFocus}>
        <caption className="visually-hidden">Candidates compared. The arrow keys go from line to line.</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.first}>Candidate</th>
            <th scope="col">Score</th>
            <th scope="col">Evaluation</th>
            <th scope="col">People</th>
            <th scope="col">You</th>
            <th scope="col">Decision</th>
            {competencies.map(({ id, title }) => <th key={id} scope="col">{title}</th>)}
            <th scope="col">Handed in</th>
          </tr>
        </thead>
        <tbody>{rows.map((row) => <Row key={row.invitationId} row={row} competencies={competencies} />)}</tbody>
      </table>
    </div>
  );
}

function Row({ row, competencies }: { row: ComparisonRow; competencies: Comparison['competencies'] }) {
  const { invitationId, name, email, hidden, standing, evaluation, people, mine, override, decision, isAppealed, submittedAt, judgedBy } = row;
  return (
    <tr>
      <th scope="row" className={styles.first}>
        <Link to="/invitations/$id" params={{ id: invitationId }} data-column="open">{name ?? email ?? 'A candidate'}</Link>
        {name !== null && email !== null && <span className={styles.about}>{email}</span>}
      </th>
      <td>{hidden ? <Hidden /> : <Score shown={standing?.shown ?? null} outOf={standing?.outOf ?? 10} says={standing && whose[standing.from]} />}</td>
      <td>{hidden ? <Hidden /> : <Plain says={evaluation?.overall ?? (judgedBy === 'people' ? 'people asked for' : 'none')} {...(override === null ? {} : { about: `changed to ${override}` })} />}</td>
      <td>{mine === null ? <Hidden /> : <Plain says={people ? `${Number(people.mean).toFixed(2)} of 5` : 'none'} {...(people ? { about: people.recommendations.map((one) => recommended.get(one)?.toLowerCase()).join(', ') } : {})} />}</td>
      <td>{mine ? <Plain says={`${Number(mine.mean).toFixed(2)} of 5`} about={recommended.get(mine.recommendation) ?? ''} /> : <span className={styles.soft}>not rated</span>}</td>
      <td>{decision ? <Plain says={decided.get(decision) ?? ''} {...(isAppealed ? { about: 'asks for another look' } : {})} /> : <span className={styles.soft}>open</span>}</td>
      {competencies.map(({ id }) => <td key={id}>{hidden ? <Hidden /> : <Score shown={evaluation?.competencies[id] ?? null} outOf={10} says={null} />}</td>)}
      <td className={styles.day}>{showDay(submittedAt)}</td>
    </tr>
  );
}

/** A number with its bar; the drawing only repeats what the number says. */
function Score({ shown, outOf, says }: { shown: string | null; outOf: number; says: string | null }) {
  if (shown === null) return <span className={styles.soft}>none</span>;
  return (
    <span className={styles.score}>
      <span><strong>{shown}</strong>{outOf === 5 && ' of 5'}</span>
      <span className={styles.track} aria-hidden><span className={styles.filled} style={{ width: `${Math.min(100, (Number.parseFloat(shown) / outOf) * 100)}%` }} /></span>
      {says !== null && <span className={styles.about}>{says}</span>}
    </span>
  );
}

function Plain({ says, about }: { says: string; about?: string }) {
  return <>{says}{about !== undefined && about !== '' && <span className={styles.about}>{about}</span>}</>;
}

function Hidden() {
  return <span className={styles.hidden}><IconEyeOff size={16} stroke={1.5} aria-hidden />after you rate</span>;
}
