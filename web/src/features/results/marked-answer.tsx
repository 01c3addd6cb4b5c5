import { type ReactNode, useState } from 'react';
import { type CriterionId, type CriterionMark } from '../../api/schema.js';
import { MarginNotes } from './margin-notes.js';
import styles from './marked-answer.module.css';
import { type Stretch, stretches } from './marked-text.js';

interface Props {
  /** What the notes are on: "question 2". */
  scope: string;
  text: string;
  criteria: CriterionMark[];
  /** What else is said of the answer; it stands under the page. */
  children?: ReactNode;
}

/** The answer as a page, with a note in the margin for each criterion and its quotes marked in the text. */
export function MarkedAnswer({ scope, text, criteria, children }: Props) {
  const [pinned, setPinned] = useState<CriterionId | null>(null);
  const [pointedAt, setPointedAt] = useState<CriterionId | null>(null);
  const shown = pointedAt ?? pinned;
  const numberOf = (id: CriterionId): number => criteria.findIndex((criterion) => criterion.id === id) + 1;
  const nameOf = (id: CriterionId): string => criteria.find((criterion) => criterion.id === id)?.title ?? id;
  return (
    <div className={styles.spread}>
      <div className={styles.page}>
        {stretches(text, criteria).map((stretch) => (
          <span key={stretch.start}>
            <Words stretch={stretch} shown={shown} />
            {stretch.endsFor.map((id) => (
              <sup key={id} className={styles.number}><span className="visually-hidden"> note </span>{numberOf(id)}<span className="visually-hidden"> {nameOf(id)}</span></sup>
            ))}
          </span>
        ))}
      </div>
      {criteria.length > 0 && <MarginNotes scope={scope} criteria={criteria} shown={shown} pinned={pinned} onPoint={setPointedAt} onPin={setPinned} />}
      {children !== undefined && <div className={styles.under}>{children}</div>}
    </div>
  );
}

function Words({ stretch, shown }: { stretch: Stretch; shown: CriterionId | null }) {
  if (stretch.quotedBy.length === 0) return stretch.text;
  return <mark className={styles.mark} data-shown={shown !== null && stretch.quotedBy.includes(shown)}>{stretch.text}</mark>;
}
