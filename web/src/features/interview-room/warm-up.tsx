import { Button } from '@mantine/core';
import { useState } from 'react';
import { type SpokenKind } from '../../api/schema.js';
import { count, countWords } from '../../lib/format.js';
import { TakePanel } from '../../speaking/take-panel.js';
import { type Recorded } from '../../speaking/take-recorder.js';
import { Failure } from '../../ui/failure.js';
import { PageHeading } from '../../ui/page-heading.js';
import styles from './room.module.css';
import { type RoomState } from './use-room.js';

const QUESTION = 'What did you do in the first hour of your last day at work, and why in that order?';
/** Enough to hear oneself, as often as one likes. */
const MOST_SECONDS = 60;
const RETAKES = Infinity;

/** A question to find one's tongue by. What is typed or said stays in this page: it has no place to be sent to. */
export function WarmUp({ room, onBegin }: { room: RoomState; onBegin: () => void }) {
  const [done, setDone] = useState(false);
  const { kinds } = room;
  return (
    <>
      <PageHeading title="A question to warm up">A question to warm up</PageHeading>
      {kinds.usual === 'text' ? <Typed onChange={(text) => setDone(text.trim() !== '')} /> : <Spoken key={kinds.usual} room={room} kind={kinds.usual} onDone={() => setDone(true)} />}
      <div className={styles.actions}>
        <Button variant={done ? 'filled' : 'default'} onClick={onBegin}>{done ? 'Go on to question 1' : 'Skip to question 1'}</Button>
      </div>
    </>
  );
}

function Typed({ onChange }: { onChange: (text: string) => void }) {
  const [text, setText] = useState('');
  return (
    <>
      <label className={styles.question} htmlFor="warm-up">{QUESTION}</label>
      <p className={styles.about}>This one is never scored. What you type here is not sent and not stored: it is gone when you go on.</p>
      <textarea id="warm-up" className={styles.sheet} value={text} onChange={(event) => { setText(event.target.value); onChange(event.target.value); }} />
      <div className={styles.below}><span className={styles.words}>{count(countWords(text), 'word')}</span></div>
    </>
  );
}

function Spoken({ room: { interview, devices, kinds }, kind, onDone }: { room: RoomState; kind: SpokenKind; onDone: () => void }) {
  const [parts, setParts] = useState<readonly Recorded[]>([]);
  return (
    <>
      <p className={styles.question}>{QUESTION}</p>
      <p className={styles.about}>This one is never scored. What you record here is not sent and not stored: look at yourself, and it is gone when you go on.</p>
      <TakePanel
        kind={kind} devices={devices} maxSeconds={MOST_SECONDS} retakesLeft={RETAKES} parts={parts} earlier={null} saving={null}
        onBegin={async (how) => ({ part: how === 'go_on' ? parts.length : 0, onChunk: () => undefined })}
        onRecorded={(part, how) => { setParts((before) => (how === 'go_on' ? [...before, part] : [part])); onDone(); }}
        onTypeInstead={() => kinds.choose('text')} {...(kind === 'video' && interview.answerKinds.includes('audio') ? { onVoiceAlone: () => kinds.choose('audio') } : {})}
        showError={(error) => <Failure title="Nothing was recorded." error={error} />}
      />
    </>
  );
}
