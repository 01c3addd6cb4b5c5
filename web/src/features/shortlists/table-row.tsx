import { type ShortlistEntry, type Stage } from '../../api/shortlist-queries.js';
import { isStage, stageOptions, stageWords } from './stages.js';
import styles from './table.module.css';

interface Props {
  entry: ShortlistEntry;
  ticked: boolean;
  busy: boolean;
  onTick: () => void;
  onOpen: () => void;
  onMove: (stage: Stage) => void;
}

/** Somebody on a shortlist; their name opens what is written about them. */
export function TableRow({ entry, ticked, busy, onTick, onOpen, onMove }: Props) {
  const { person, reference, stage, tags, noteCount } = entry;
  const called = person ? person.alias : `reference ${reference}`;
  return (
    <tr data-gone={person === null} data-ticked={ticked}>
      <td className={styles.tick}>{person !== null && <input type="checkbox" aria-label={`Choose ${called}`} checked={ticked} onChange={onTick} data-column="tick" />}</td>
      <th scope="row">
        <button type="button" className={styles.open} onClick={onOpen} data-column="person">{person ? called : 'No longer available'}</button>
        <span className={styles.about}>{about(entry)}</span>
      </th>
      <td data-label="Score" className={styles.number} data-empty={!person?.scores}>{person?.scores?.overall ?? <span className={styles.soft} title="Not shared">–<span className="visually-hidden">not shared</span></span>}</td>
      <td data-label="Stage">
        {person === null ? <span className={styles.soft}>{stageWords[stage]}</span> : (
          <select className={styles.stage} aria-label={`Stage of ${called}`} value={stage} disabled={busy} onChange={({ currentTarget: { value } }) => { if (isStage(value)) onMove(value); }} data-column="stage">
            {stageOptions.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
          </select>
        )}
      </td>
      <td data-label="Tags" data-empty={tags.length === 0}>{tags.length > 0 && <ul className={styles.tags}>{tags.map((tag) => <li key={tag}>{tag}</li>)}</ul>}</td>
      <td data-label="Notes" className={styles.number} data-empty={noteCount === 0}>{noteCount > 0 && noteCount}</td>
      <td data-label="Reference" className={styles.reference}>{reference}</td>
    </tr>
  );
}

function about({ person }: ShortlistEntry): string {
  if (!person) return 'Your organisation can no longer see this person. Delete what you exported or copied about them.';
  return [person.headline, [person.role?.title, person.level?.title].filter(Boolean).join(', ')].filter((part) => part !== null && part !== '').join(' · ');
}
