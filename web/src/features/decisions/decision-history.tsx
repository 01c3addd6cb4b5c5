import { type Decisions, type OwnDecisions } from '../../api/reviewed-queries.js';
import { showDay, showDeadline, showMoment } from '../../lib/format.js';
import styles from './decisions.module.css';
import { outcomeWords } from './words.js';

type Said = Decisions['decisions'][number] | OwnDecisions['decisions'][number];

/** What was decided, the newest first, each with its reason and the appeal against it. */
export function DecisionHistory({ decisions, own = false, isReadable = true }: { decisions: readonly Said[]; own?: boolean; isReadable?: boolean }) {
  return (
    <ol className={styles.history}>
      {decisions.map((decision) => (
        <li key={decision.id}>
          <p className={styles.outcome}>{own ? outcomeWords[decision.outcome].yours : outcomeWords[decision.outcome].done}</p>
          <p className={styles.soft}>{by(decision)}</p>
          <p className={styles.reason}>{decision.reason}</p>
          {decision.appeal && (
            <div>
              <p className={styles.soft}>{own ? 'You asked' : 'The candidate asked'} for another look on {showDay(decision.appeal.madeAt)}:</p>
              <p className={styles.reason}>{decision.appeal.said}</p>
              {isReadable && isOpen(decision, decisions) && <p className={decision.appeal.isOverdue ? styles.late : styles.soft}>{decision.appeal.isOverdue ? 'An answer was due' : 'An answer is due'} by {showDeadline(decision.appeal.dueAt)}.</p>}
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}

function by(decision: Said): string {
  const who = 'decidedBy' in decision ? ` by ${nameOf(decision)}` : ' by a person';
  const answer = decision.answersAppeal ? 'Looked at again' : 'Decided';
  return `${answer}${who} on ${showMoment(decision.decidedAt)}${decision.byTheSame ? ', the same who had decided, because nobody else was there' : ''}.`;
}

function nameOf({ isYours, decidedBy }: Decisions['decisions'][number]): string {
  return isYours ? 'you' : (decidedBy ?? 'somebody who is no longer here');
}

/** The appeal against a decision is answered by a later one that says so. */
function isOpen(decision: Said, decisions: readonly Said[]): boolean {
  return !decisions.slice(0, decisions.indexOf(decision)).some(({ answersAppeal }) => answersAppeal);
}
