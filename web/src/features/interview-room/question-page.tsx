import { Button } from '@mantine/core';
import { type RefObject, useEffect, useRef, useSyncExternalStore } from 'react';
import { type Interview, type InterviewQuestion } from '../../api/schema.js';
import { count, countWords, inOneBreath } from '../../lib/format.js';
import { useTitle } from '../../lib/use-title.js';
import { ButtonLink } from '../../ui/button-link.js';
import { type AnswerKeeper } from './answer-keeper.js';
import { CoachCorner } from './coach-corner.js';
import { ConflictChoice } from './conflict-choice.js';
import { QuestionClock } from './question-clock.js';
import { nameOf } from './question-name.js';
import styles from './room.module.css';
import { SaveState } from './save-state.js';
import { TimeOver } from './time-over.js';
import { usePace } from './use-pace.js';
import { useQuestionClock } from './use-question-clock.js';

interface Props {
  interview: Interview;
  question: InterviewQuestion;
  /** Questions of the plan. */
  total: number;
  keeper: AnswerKeeper;
  /** Most characters an answer may have; null while that is not known. */
  limit: number | null;
  takesFocus: boolean;
  goingOn: boolean;
  onForward: () => void;
}

/** One question and the sheet to answer it on. */
export function QuestionPage({ interview, question, total, keeper, limit, takesFocus, goingOn, onForward }: Props) {
  const { id, mode } = interview;
  const { position } = question;
  const { text, status } = useSyncExternalStore(keeper.subscribe, keeper.read);
  const sheet = useRef<HTMLTextAreaElement>(null);
  const [pace, setPace] = usePace();
  const empty = text.trim() === '';
  const timed = { ...question, ends: mode === 'live' };
  const clock = useQuestionClock(`${id}:${position}`, timed, pace, !empty);
  const over = clock?.time.phase === 'over';
  useEffect(() => {
    if (over) void keeper.flush();
  }, [over, keeper]);
  return (
    <>
      <Asked question={question} total={total} takesFocus={takesFocus} />
      <QuestionClock clock={clock} question={timed} pace={pace} onPace={setPace} onReady={() => { clock?.begin(); sheet.current?.focus(); }} />
      {status.kind === 'conflict'
        ? <ConflictChoice mine={text} theirs={status.theirs} onChoose={(choice) => void keeper.resolve(choice)} />
        : <Sheet text={text} sheet={sheet} over={over} onType={(typed) => { clock?.begin(); keeper.type(typed); }} onLeave={() => void keeper.flush()} />}
      {over && <TimeOver onLonger={() => { setPace('off'); sheet.current?.focus(); }} />}
      <div className={styles.below} id="answer-state">
        <SaveState status={status} onRetry={() => void keeper.flush()} />
        <span className={styles.words}>{count(countWords(text), 'word')}</span>
      </div>
      <TooLong over={limit === null ? 0 : text.length - limit} />
      {mode === 'coach' && <CoachCorner id={id} position={position} keeper={keeper} empty={empty} />}
      <div className={styles.actions}>
        <Back interview={interview} position={position} />
        <Forward empty={empty} last={interview.questions.at(-1)?.position === position} busy={goingOn} onForward={onForward} />
      </div>
    </>
  );
}

function Asked({ question, total, takesFocus }: { question: InterviewQuestion; total: number; takesFocus: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const name = question.follows === null ? `${nameOf(question)} of ${total}` : nameOf(question);
  useTitle(name);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  return (
    <>
      <h1 tabIndex={-1} ref={heading} className={styles.number}>{name}</h1>
      {question.takesUp !== null && <p className={styles.takenUp}>You said: <q>{question.takesUp}</q></p>}
      <label className={styles.question} htmlFor="answer">{question.text}</label>
      {question.follows === null
        ? question.competencies.length > 0 && <p className={styles.about}>About {inOneBreath(question.competencies.map((name) => name.replaceAll('-', ' ').toLowerCase()))}.</p>
        : <p className={styles.about}>Your answer is read together with the one before, as one. Leaving it out costs nothing.</p>}
    </>
  );
}

interface SheetProps {
  text: string;
  sheet: RefObject<HTMLTextAreaElement | null>;
  over: boolean;
  onType: (text: string) => void;
  onLeave: () => void;
}

function Sheet({ text, sheet, over, onType, onLeave }: SheetProps) {
  return (
    <textarea
      id="answer" ref={sheet} className={styles.sheet} value={text} aria-describedby="answer-state" spellCheck readOnly={over}
      onChange={(event) => onType(event.target.value)} onBlur={onLeave}
    />
  );
}

function TooLong({ over }: { over: number }) {
  if (over <= 0) return null;
  return <p className={styles.over} role="status">This is {count(over, 'character')} longer than an answer can be. Shorten it, and it is saved.</p>;
}

function Back({ interview: { id, questions }, position }: { interview: Interview; position: number }) {
  const before = questions[questions.findIndex((question) => question.position === position) - 1];
  return before && <ButtonLink variant="default" to="/interviews/$id" params={{ id }} search={{ question: before.position }}>Previous question</ButtonLink>;
}

function Forward({ empty, last, busy, onForward }: { empty: boolean; last: boolean; busy: boolean; onForward: () => void }) {
  if (last) return <Button loading={busy} onClick={onForward}>Check your answers</Button>;
  return <Button loading={busy} {...(empty ? { variant: 'default' } : {})} onClick={onForward}>{empty ? 'Skip for now' : 'Next question'}</Button>;
}
