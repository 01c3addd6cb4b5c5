import { IconCheck, IconCornerDownRight, IconMicrophone } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type InterviewQuestion } from '../../api/schema.js';
import { nameOf } from './question-name.js';
import styles from './room.module.css';

interface Props {
  id: string;
  questions: readonly InterviewQuestion[];
  answered: ReadonlySet<number>;
  current: number | 'review';
}

/** Where one is, and which questions have an answer; a follow-up stands behind its question. */
export function QuestionStrip({ id, questions, answered, current }: Props) {
  return (
    <nav aria-label="Questions">
      <ol className={styles.strip}>
        {questions.map((question) => {
          const { position, follows } = question;
          return (
            <li key={position}>
              <Link
                to="/interviews/$id" params={{ id }} search={{ question: position }} className={styles.stop} data-answered={answered.has(position)}
                data-current={position === current} aria-current={position === current ? 'step' : undefined}
                aria-label={`${nameOf(question)}, ${stateOf(question, answered)}`}
              >
                {follows === null ? position : <IconCornerDownRight size={16} stroke={1.5} aria-hidden />}<Mark question={question} answered={answered} />
              </Link>
            </li>
          );
        })}
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

function Mark({ question: { position, take }, answered }: { question: InterviewQuestion; answered: ReadonlySet<number> }) {
  if (answered.has(position)) return <IconCheck size={14} stroke={2} aria-hidden />;
  return take && <IconMicrophone size={14} stroke={2} aria-hidden />;
}

function stateOf({ position, take }: InterviewQuestion, answered: ReadonlySet<number>): string {
  if (answered.has(position)) return 'answered';
  return take ? 'spoken, without a text yet' : 'not answered';
}
