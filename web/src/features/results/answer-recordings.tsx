import { useMemo } from 'react';
import { captionsOf } from '../../../../src/interviews/replay/captions.js';
import { givenInWords } from '../../../../src/interviews/replay/given-words.js';
import { captionsAt } from '../../api/recordings.js';
import { type ReportAnswer } from '../../api/schema.js';
import { type Replay } from '../../speaking/use-replay.js';
import { RecordingHere } from './recording-here.js';
import styles from './recording-here.module.css';
import { type AnswerReplay, type PlayedHere } from './use-answer-replay.js';

type Given = NonNullable<ReportAnswer['given']>;

/** How an answer and that to its follow-up were given, and their recordings. */
export function AnswerRecordings({ answer, replay, played }: { answer: ReportAnswer; replay: AnswerReplay; played: PlayedHere | undefined }) {
  const { position, given, followUp, text } = answer;
  if (!given && !followUp?.given) return null;
  return (
    <div className={styles.recordings}>
      {given && <One given={given} replay={replay.answer} text={text} label={`Your answer to question ${position}`} here={played !== undefined} />}
      {followUp?.given && <One given={followUp.given} replay={replay.followUp} text={text} label={`Your answer to the follow-up of question ${position}`} here={played !== undefined} isFollowUp />}
    </div>
  );
}

interface OneProps {
  given: Given;
  replay: Replay;
  text: string;
  label: string;
  here: boolean;
  isFollowUp?: boolean;
}

function One({ given, replay, text, label, here, isFollowUp = false }: OneProps) {
  const { take } = given;
  const captions = useMemo(() => {
    if (!take || take.cues.length === 0 || replay.parts.length !== 1) return undefined;
    return here ? new Blob([captionsOf(text, take.cues, take.estimated)], { type: 'text/vtt' }) : captionsAt(take.takeId);
  }, [take, text, here, replay.parts.length]);
  return (
    <div className={styles.one}>
      <p className={styles.soft}>{isFollowUp && 'The follow-up: '}{givenInWords(given)}</p>
      {take && <RecordingHere take={take} replay={replay} label={label} {...(captions ? { captions } : {})} />}
    </div>
  );
}
