import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type PublishedPolicy } from '../../api/schema.js';
import { count, countWords, inOneBreath } from '../../lib/format.js';
import { useTitle } from '../../lib/use-title.js';
import { type Devices } from '../../speaking/use-devices.js';
import { Coach } from './coach.js';
import { isAnswered, isUntold, typed } from './draft.js';
import { type Examiner } from './examiner.js';
import { type GuestQuestion } from './examiner-words.js';
import { type GuestParts, type Pace } from './guest-parts.js';
import styles from './guest-practice.module.css';
import { SpokenAnswer } from './spoken-answer.js';
import { nameOf } from './strip.js';
import { useGuestVoice } from './use-guest-voice.js';
import { type GuestInterview } from './use-guest-interview.js';

interface Props {
  examiner: Examiner;
  interview: GuestInterview;
  question: GuestQuestion;
  devices: Devices;
  limits: PublishedPolicy['limits'];
  pace: Pace;
  onPace: (pace: Pace) => void;
  parts: GuestParts;
}

/** One question, and the place to answer it: a sheet, or a camera and a microphone. */
export function QuestionPage({ examiner, interview, question, devices, limits, pace, onPace, parts }: Props) {
  const { wish: { mode }, plan, kindAt, chooseKind, draftAt, changeAt } = interview;
  const { position, text } = question;
  const { KindSwitch, TypedAnswer, ReadAloud } = parts;
  const [recording, setRecording] = useState(false);
  const [kind, draft, change] = [kindAt(position), draftAt(position), changeAt(position)];
  const [keeper] = useState(() => ({ type: (written: string): void => change((before) => typed(before, written)), flush: () => Promise.resolve(true) }));
  const source = useGuestVoice(interview.wish, question);
  const timed = { ...question, ends: mode === 'live', spoken: kind !== 'text' };
  return (
    <>
      <Asked question={question} total={plan.questions.filter(({ follows }) => follows === null).length} labels={kind === 'text'} />
      {mode === 'live' && kind !== 'text' && <ReadAloud text={text} source={source} silent={recording} />}
      <KindSwitch name="How you answer this question" kind={kind} disabled={recording} onChoose={(chosen) => chooseKind(chosen, position)} />
      {kind === 'text'
        ? <TypedAnswer clockKey={null} timed={timed} keeper={keeper} text={draft.text} pace={pace} onPace={onPace} />
        : (
          <SpokenAnswer
            key={kind} kind={kind} draft={draft} change={change} devices={devices} timed={timed} pace={pace} onPace={onPace} parts={parts} onRecording={setRecording}
            mostSeconds={limits.recording.seconds} retakes={limits.retakes[mode]} onKind={(chosen) => chooseKind(chosen, position)}
          />
        )}
      <p id="answer-state" className={styles.below}><span>Stays in this page.</span>{(kind === 'text' || isAnswered(draft)) && <span>{count(countWords(draft.text), 'word')}</span>}</p>
      {mode === 'coach' && <Coach examiner={examiner} interview={interview} question={question} Opinion={parts.Opinion} />}
      <Steps interview={interview} question={question} />
    </>
  );
}

function Asked({ question, total, labels }: { question: GuestQuestion; total: number; labels: boolean }) {
  const name = question.follows === null ? `${nameOf(question)} of ${total}` : nameOf(question);
  useTitle(name);
  return (
    <>
      <h1 tabIndex={-1} className={styles.number}>{name}</h1>
      {question.takesUp !== null && <p className={styles.takenUp}>You said: <q>{question.takesUp}</q></p>}
      {labels ? <label className={styles.question} htmlFor="answer">{question.text}</label> : <p className={styles.question}>{question.text}</p>}
      <p className={styles.soft}>
        {question.follows === null ? `About ${inOneBreath(question.competencies.map((title) => title.toLowerCase()))}.` : 'Your answer is read together with the one before, as one. Leaving it out costs nothing.'}
      </p>
    </>
  );
}

function Steps({ interview: { plan: { questions }, go, forward, draftAt, skipsCheck }, question: { position } }: { interview: GuestInterview; question: GuestQuestion }) {
  const going = useMutation({ networkMode: 'always', mutationFn: () => forward(position) });
  const before = questions[questions.findIndex((each) => each.position === position) - 1];
  const last = questions.at(-1)?.position === position;
  const given = isAnswered(draftAt(position)) || isUntold(draftAt(position));
  const onward = given ? 'Next question' : 'Skip for now';
  const end = skipsCheck ? 'See what it is worth' : 'Check your answers';
  return (
    <div className={styles.actions}>
      {before && <Button variant="default" onClick={() => go(before.position)}>Previous question</Button>}
      <Button {...(given || last ? {} : { variant: 'default' })} loading={going.isPending} onClick={() => going.mutate()}>{last ? end : onward}</Button>
    </div>
  );
}
