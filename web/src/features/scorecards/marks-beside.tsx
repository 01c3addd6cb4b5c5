import { type JudgedAnswer, type ReviewedInterview } from '../../api/reviewed-queries.js';
import styles from './scorecards.module.css';

/** What everybody gave one answer, one's own mark first, and the evaluation beside it. */
export function MarksBeside({ position, review: { mine, colleagues }, judged }: { position: number; review: ReviewedInterview; judged: JudgedAnswer | undefined }) {
  const given = [{ author: 'You', submitted: mine.submitted }, ...(colleagues ?? []).map(({ author, submitted }) => ({ author: author ?? 'Somebody who is no longer here', submitted }))];
  return (
    <div className={styles.beside}>
      <h4>Marks</h4>
      <ul>
        {given.map(({ author, submitted: [card] }, index) => {
          const mark = card?.marks.find((one) => one.position === position);
          return mark && <li key={`${author}-${index}`}><span><span className={styles.who}>{author}</span> <strong>{mark.mark}</strong> of 5</span>{mark.note !== '' && <span className={styles.said}>{mark.note}</span>}</li>;
        })}
        {judged?.shown != null && <li><span><span className={styles.who}>The evaluation</span> <strong>{judged.shown}</strong> of 10</span></li>}
      </ul>
    </div>
  );
}
