import { IconCheck, IconCornerDownRight, IconMicrophone } from '@tabler/icons-react';
import { isAnswered, isUntold } from './draft.js';
import { type GuestQuestion } from './examiner-words.js';
import styles from './guest-practice.module.css';
import { type GuestInterview } from './use-guest-interview.js';

/** "Question 2", "Follow-up to question 2". */
export const nameOf = ({ position, follows }: GuestQuestion): string => (follows === null ? `Question ${position}` : `Follow-up to question ${follows}`);

/** Where a question stands. */
export function stateOf({ draftAt }: GuestInterview, { position }: GuestQuestion): 'answered' | 'spoken, without a text yet' | 'not answered' {
  const draft = draftAt(position);
  if (isAnswered(draft)) return 'answered';
  return isUntold(draft) ? 'spoken, without a text yet' : 'not answered';
}

/** Where one is, and which questions have an answer. */
export function Strip({ interview }: { interview: GuestInterview }) {
  const { plan, place, go } = interview;
  if (plan.questions.length === 1) return null;
  return (
    <nav aria-label="Questions">
      <ol className={styles.strip}>
        {plan.questions.map((question) => {
          const { position, follows } = question;
          const state = stateOf(interview, question);
          return (
            <li key={position}>
              <button type="button" className={styles.stop} data-answered={state === 'answered'} aria-current={position === place ? 'step' : undefined} aria-label={`${nameOf(question)}, ${state}`} onClick={() => go(position)}>
                {follows === null ? position : <IconCornerDownRight size={16} stroke={1.5} aria-hidden />}
                {state === 'answered' && <IconCheck size={14} stroke={2} aria-hidden />}
                {state === 'spoken, without a text yet' && <IconMicrophone size={14} stroke={2} aria-hidden />}
              </button>
            </li>
          );
        })}
        <li><button type="button" className={styles.stop} aria-current={place === 'check' ? 'step' : undefined} onClick={() => go('check')}>Check and finish</button></li>
      </ol>
    </nav>
  );
}
