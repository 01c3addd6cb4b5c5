import { IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import styles from './room.module.css';

/** Where one is, and which questions have an answer. */
export function QuestionStrip({ id, total, answered, current }: { id: string; total: number; answered: ReadonlySet<number>; current: number | 'review' }) {
  return (
    <nav aria-label="Questions">
      <ol className={styles.strip}>
        {Array.from({ length: total }, (_, index) => index + 1).map((position) => (
          <li key={position}>
            <Link
              to="/interviews/$id" params={{ id }} search={{ question: position }} className={styles.stop} data-answered={answered.has(position)}
              data-current={position === current} aria-current={position === current ? 'step' : undefined}
              aria-label={`Question ${position}, ${answered.has(position) ? 'answered' : 'not answered'}`}
            >
              {position}{answered.has(position) && <IconCheck size={14} stroke={2} aria-hidden />}
            </Link>
          </li>
        ))}
        <li>
          <Link
            to="/interviews/$id" params={{ id }} search={{ question: 'review' }} className={styles.stop} data-current={current === 'review'}
            aria-current={current === 'review' ? 'step' : undefined}
          >
            Check and submit
          </Link>
        </li>
      </ol>
    </nav>
  );
}
