import { type ReviewedAnswer } from '../../api/reviewed-queries.js';
import { count } from '../../lib/format.js';
import styles from './scorecards.module.css';

/** What was noticed around an answer, as facts; nothing of it is part of any score. */
export function Facts({ facts }: { facts: ReviewedAnswer['facts'] }) {
  const noticed = inWords(facts);
  return (
    <div className={styles.facts}>
      <h4>What was noticed</h4>
      {noticed.length === 0 ? <p className={styles.soft}>Nothing.</p> : <ul>{noticed.map((fact) => <li key={fact}>{fact}</li>)}</ul>}
      {noticed.length > 0 && <p className={styles.soft}>These are facts with many possible reasons. No score knows of them.</p>}
    </div>
  );
}

function inWords({ timesLeft, pastes, pastedCharacters, retakes, sameRecording, sameWords }: ReviewedAnswer['facts']): string[] {
  return [
    ...(timesLeft > 0 ? [`The page was left ${count(timesLeft, 'time')}`] : []),
    ...(pastes > 0 ? [`Text was pasted ${count(pastes, 'time')}, ${count(pastedCharacters, 'character')} in all`] : []),
    ...(retakes > 0 ? [`The answer was recorded again ${count(retakes, 'time')}`] : []),
    ...(sameRecording > 0 ? [`${count(sameRecording, 'other person', 'other people')} had handed in the very same recording before`] : []),
    ...(sameWords ? [`${count(sameWords.others, 'other person', 'other people')} had handed in nearly the same words before (up to ${Math.round(sameWords.share * 100)} % alike)`] : []),
  ];
}
