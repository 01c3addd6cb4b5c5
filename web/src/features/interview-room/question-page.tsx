import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react';
import { type Interview, type InterviewQuestion } from '../../api/schema.js';
import { count, countWords, inOneBreath } from '../../lib/format.js';
import { useTitle } from '../../lib/use-title.js';
import { ButtonLink } from '../../ui/button-link.js';
import { CoachCorner } from './coach-corner.js';
import { ConflictChoice } from './conflict-choice.js';
import { KindSwitch } from './kind-switch.js';
import { nameOf } from './question-name.js';
import { ReadAloud } from './read-aloud.js';
import styles from './room.module.css';
import { SaveState } from './save-state.js';
import { voiceFor } from './speech-helpers.js';
import { SpokenAnswer } from './spoken-answer.js';
import { TypedAnswer } from './typed-answer.js';
import { type RoomState } from './use-room.js';

interface Props {
  room: RoomState;
  question: InterviewQuestion;
  takesFocus: boolean;
  goingOn: boolean;
  onForward: () => void;
}

/** One question, and the place to answer it: a sheet, or a camera and a microphone. */
export function QuestionPage({ room, question, takesFocus, goingOn, onForward }: Props) {
  const { interview, answers, takes, kinds, pace, onPace, limits } = room;
  const { id, mode } = interview;
  const { position } = question;
  const keeper = answers.at(position);
  const { text, status } = useSyncExternalStore(keeper.subscribe, keeper.read);
  const recording = useSyncExternalStore(takes.subscribe, () => takes.at(position)?.recording === true);
  const kind = kinds.of(question);
  const empty = text.trim() === '';
  const timed = { ...question, ends: mode === 'live', spoken: kind !== 'text' };
  return (
    <>
      <Asked question={question} total={interview.questions.filter(({ follows }) => follows === null).length} labels={kind === 'text'} takesFocus={takesFocus}>
        {mode === 'live' && kind !== 'text' && <ReadAloud text={question.text} source={voiceFor(room.speech, id, question)} silent={recording} />}
      </Asked>
      <KindSwitch name="How you answer this question" kind={kind} offered={interview.answerKinds} disabled={recording} onChoose={(chosen) => kinds.choose(chosen, position)} />
      {kind === 'text'
        ? status.kind !== 'conflict' && <TypedAnswer key={position} clockKey={`${id}:${position}`} timed={timed} keeper={keeper} text={text} pace={pace} onPace={onPace} />
        : <SpokenAnswer key={`${position}:${kind}`} room={room} question={question} kind={kind} timed={timed} keeper={keeper} />}
      {status.kind === 'conflict' && <ConflictChoice mine={text} theirs={status.theirs} onChoose={(choice) => void keeper.resolve(choice)} />}
      <div className={styles.below} id="answer-state">
        <SaveState status={status} onRetry={() => void keeper.flush()} />
        {(kind === 'text' || !empty) && <span className={styles.words}>{count(countWords(text), 'word')}</span>}
      </div>
      <TooLong over={limits === null ? 0 : text.length - limits.answerCharacters} />
      {mode === 'coach' && <CoachCorner id={id} position={position} keeper={keeper} empty={empty} />}
      <div className={styles.actions}>
        <Back interview={interview} position={position} />
        <Forward empty={empty} spoken={question.take !== null} last={interview.questions.at(-1)?.position === position} busy={goingOn} onForward={onForward} />
      </div>
    </>
  );
}

interface AskedProps {
  question: InterviewQuestion;
  /** Questions of the plan. */
  total: number;
  /** Whether the question is the label of the sheet below it. */
  labels: boolean;
  takesFocus: boolean;
  children: ReactNode;
}

function Asked({ question, total, labels, takesFocus, children }: AskedProps) {
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
      {labels ? <label className={styles.question} htmlFor="answer">{question.text}</label> : <p className={styles.question}>{question.text}</p>}
      {question.follows === null
        ? question.competencies.length > 0 && <p className={styles.about}>About {inOneBreath(question.competencies.map((name) => name.replaceAll('-', ' ').toLowerCase()))}.</p>
        : <p className={styles.about}>Your answer is read together with the one before, as one. Leaving it out costs nothing.</p>}
      {question.wordedBy !== null && <p className={styles.about}>In the words of an AI, {question.wordedBy}. It asks for the same as the question of our bank.</p>}
      {children}
    </>
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

function Forward({ empty, spoken, last, busy, onForward }: { empty: boolean; spoken: boolean; last: boolean; busy: boolean; onForward: () => void }) {
  if (last) return <Button loading={busy} onClick={onForward}>Check your answers</Button>;
  return <Button loading={busy} {...(empty ? { variant: 'default' } : {})} onClick={onForward}>{empty && !spoken ? 'Skip for now' : 'Next question'}</Button>;
}
