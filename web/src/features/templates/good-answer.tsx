import { type BankQuestion } from '../../api/template-queries.js';
import styles from './templates.module.css';

/** What an answer is judged by, for whoever wants to know. */
export const GoodAnswer = ({ points, anchors }: { points: readonly string[]; anchors: BankQuestion['anchors'] }) => (
  <details className={styles.more}>
    <summary>What a good answer says</summary>
    <ul>{points.map((point) => <li key={point}>{point}</li>)}</ul>
    <dl>{([1, 3, 5] as const).map((mark) => <div key={mark}><dt>{mark}</dt><dd>{anchors[mark]}</dd></div>)}</dl>
  </details>
);
