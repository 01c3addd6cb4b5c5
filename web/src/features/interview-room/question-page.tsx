import { Button } from '@mantine/core';
import { type RefObject, useEffect, useRef, useSyncExternalStore } from 'react';
import { type Interview, type InterviewQuestion } from '../../api/schema.js';
import { count, countWords, inOneBreath } from '../../lib/format.js';
import { ButtonLink } from '../../ui/button-link.js';
import { useTitle } from '../../lib/use-title.js';
import { type AnswerKeeper } from './answer-keeper.js';
import { CoachCorner } from './coach-corner.js';
import { ConflictChoice } from './conflict-choice.js';
import { QuestionClock } from './question-clock.js';
import styles from './room.module.css';
import { SaveState } from './save-state.js';
import { usePace } from './use-pace.js';
import { useQuestionClock } from './use-question-clock.js';

interface Props {
  id: string;
  mode: Interview['mode'];
  question: InterviewQuestion;
  total: number;
  keeper: AnswerKeeper;
  /** Most characters an answer may have; null while that is not known. */
  limit: number | null;
  takesFocus: boolean;
  onForward: () => void;
}

/** One question and the sheet to answer it on. */
export function QuestionPage({ id, mode, question, total, keeper, limit, takesFocus, onForward }: Props) {
  const { position } = question;
  const { text, status } = useSyncExternalStore(keeper.subscribe, keeper.read);
  const heading = useRef<HTMLHeadingElement>(null);
  const sheet = useRef<HTMLTextAreaElement>(null);
  const [pace, setPace] = usePace();
  const empty = text.trim() === '';
  const clock = useQuestionClock(`${id}:${position}`, question, pace, !empty);
  useTitle(`Question ${position} of ${total}`);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  const write = (typed: string): void => { clock?.begin(); keeper.type(typed); };
  return (
    <>
      <h1 tabIndex={-1} ref={heading} className={styles.number}>Question {position} of {total}</h1>
      <label className={styles.question} htmlFor="answer">{question.text}</label>
      {question.competencies.length > 0 && <p className={styles.about}>About {inOneBreath(question.competencies.map((name) => name.replaceAll('-', ' ').toLowerCase()))}.</p>}
      <QuestionClock clock={clock} question={question} pace={pace} onPace={setPace} onReady={() => { clock?.begin(); sheet.current?.focus(); }} />
      {status.kind === 'conflict'
        ? <ConflictChoice mine={text} theirs={status.theirs} onChoose={(choice) => void keeper.resolve(choice)} />
        : <Sheet text={text} sheet={sheet} onType={write} onLeave={() => void keeper.flush()} />}
      <div className={styles.below} id="answer-state">
        <SaveState status={status} onRetry={() => void keeper.flush()} />
        <span className={styles.words}>{count(countWords(text), 'word')}</span>
      </div>
      <TooLong over={limit === null ? 0 : text.length - limit} />
      {mode === 'coach' && <CoachCorner id={id} position={position} keeper={keeper} empty={empty} />}
      <div className={styles.actions}>
        {position > 1 && <ButtonLink variant="default" to="/interviews/$id" params={{ id }} search={{ question: position - 1 }}>Previous question</ButtonLink>}
        <Forward empty={empty} last={position === total} onForward={onForward} />
      </div>
    </>
  );
}

function Sheet({ text, sheet, onType, onLeave }: { text: string; sheet: RefObject<HTMLTextAreaElement | null>; onType: (text: string) => void; onLeave: () => void }) {
  return (
    <textarea
      id="answer" ref={sheet} className={styles.sheet} value={text} aria-describedby="answer-state" spellCheck
      onChange={(event) => onType(event.target.value)} onBlur={onLeave}
    />
  );
}

function TooLong({ over }: { over: number }) {
  if (over <= 0) return null;
  return <p className={styles.over} role="status">This is {count(over, 'character')} longer than an answer can be. Shorten it, and it is saved.</p>;
}

function Forward({ empty, last, onForward }: { empty: boolean; last: boolean; onForward: () => void }) {
  if (last) return <Button onClick={onForward}>Check your answers</Button>;
  return empty ? <Button variant="default" onClick={onForward}>Skip for now</Button> : <Button onClick={onForward}>Next question</Button>;
}
