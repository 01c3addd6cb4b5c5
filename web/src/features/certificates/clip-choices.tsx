import { type ClipChoice } from '../../api/certificate-queries.js';
import styles from './certificates.module.css';
import { showSeconds } from './words.js';

interface Props {
  clips: ClipChoice[];
  chosen: string | null;
  onChoose: (takeId: string | null) => void;
}

/** Which answer is shown, the best one first, each with a player of the part that would be copied; or none. */
export function ClipChoices({ clips, chosen, onChoose }: Props) {
  return (
    <fieldset className={styles.clips}>
      <legend>The video of one answer</legend>
      <p className={styles.soft}>A part of it becomes part of the certificate. A certificate without a video is worth the same.</p>
      {clips.map(({ takeId, question, score, from, to }, index) => (
        <div key={takeId} className={styles.clip}>
          <label className={styles.choice}>
            <input type="radio" name="clip" value={takeId} checked={chosen === takeId} onChange={() => onChoose(takeId)} />
            <span>
              <span className={styles.question}>{question}</span>{' '}
              <span className={styles.soft}>{index === 0 ? 'Your best answer: ' : ''}{score} of 10, {showSeconds(to - from)} of it</span>
            </span>
          </label>
          {chosen === takeId && <video className={styles.player} src={`/api/recordings/${takeId}/media#t=${from / 1000},${to / 1000}`} controls preload="metadata" aria-label={`The part that would be shown: ${question}`} />}
        </div>
      ))}
      <label className={styles.choice}>
        <input type="radio" name="clip" value="" checked={chosen === null} onChange={() => onChoose(null)} />
        <span>No video</span>
      </label>
    </fieldset>
  );
}
