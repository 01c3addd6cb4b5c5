import { type ReactNode, useState } from 'react';
import { type CriterionId, type CriterionMark, type ReportAnswer } from '../../api/schema.js';
import { MarginNotes } from './margin-notes.js';
import styles from './marked-answer.module.css';
import { type Stretch, stretches } from './marked-text.js';

interface Props {
  /** What the notes are on: "question 2". */
  scope: string;
  text: string;
  criteria: CriterionMark[];
  /** What was asked on top, before the answer to it begins. */
  followUp?: ReportAnswer['followUp'];
  /** What else is said of the answer; it stands under the page. */
  children?: ReactNode;
}

/** The answer as a page, with a note in the margin for each criterion and its quotes marked in the text. */
export function MarkedAnswer({ scope, text, criteria, followUp = null, children }: Props) {
  const [pinned, setPinned] = useState<CriterionId | null>(null);
  const [pointedAt, setPointedAt] = useState<CriterionId | null>(null);
  const shown = pointedAt ?? pinned;
  const numberOf = (id: CriterionId): number => criteria.findIndex((criterion) => criterion.id === id) + 1;
  const nameOf = (id: CriterionId): string => criteria.find((criterion) => criterion.id === id)?.title ?? id;
  return (
    <div className={styles.spread}>
      <div className={styles.page}>
        {stretches(text, criteria, followUp?.startsAt ?? 0).map((stretch) => (
          <span key={stretch.start}>
            {followUp?.startsAt === stretch.start && <FollowUp followUp={followUp} />}
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

function FollowUp({ followUp: { question, takesUp } }: { followUp: NonNullable<ReportAnswer['followUp']> }) {
  return <span className={styles.followUp}>{takesUp !== null && <>You said: “{takesUp}” </>}{question}</span>;
}

function Words({ stretch, shown }: { stretch: Stretch; shown: CriterionId | null }) {
  if (stretch.quotedBy.length === 0) return stretch.text;
  return <mark className={styles.mark} data-shown={shown !== null && stretch.quotedBy.includes(shown)}>{stretch.text}</mark>;
}
