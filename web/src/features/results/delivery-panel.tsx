import { type ReportAnswer } from '../../api/schema.js';
import { count } from '../../lib/format.js';
import { showElapsed } from '../../speaking/take-words.js';
import styles from './delivery.module.css';

type Given = NonNullable<ReportAnswer['given']>;
type Delivery = NonNullable<NonNullable<Given['take']>['delivery']>;

const bands: Readonly<Record<NonNullable<Delivery['fillers']>['band'], string>> = {
  fewest: 'fewer than in three of four interviews',
  few: 'fewer than in half of all interviews',
  many: 'more than in half of all interviews',
  most: 'more than in three of four interviews',
};

/** Pace, pauses, fillers and length of spoken answers: to practise with, and for nothing else. */
export function DeliveryPanel({ answers }: { answers: readonly ReportAnswer[] }) {
  const spoken = answers.flatMap(({ position, given, followUp }) => [
    ...spokenIn(`Question ${position}`, given),
    ...spokenIn(`Follow-up to question ${position}`, followUp?.given ?? null),
  ]);
  if (spoken.length === 0) return null;
  return (
    <section aria-labelledby="delivery" className={styles.panel}>
      <h2 id="delivery">How it sounded – not part of the score</h2>
      <p className={styles.soft}>
        Measured in your browser, from how loud it was while you recorded. It is here to practise with: it changes no score and no certificate, and no recruiter is shown it.
        Fillers such as “um” are counted only where whoever wrote it down counts them; most leave them out.
      </p>
      <ol className={styles.answers}>
        {spoken.map(({ name, delivery }) => (
          <li key={name} className={styles.answer}>
            <h3>{name}</h3>
            {delivery ? <Measured delivery={delivery} /> : <p className={styles.soft}>Not measured: it was recorded in several parts, or on a page that was closed too early.</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function spokenIn(name: string, given: Given | null): { name: string; delivery: Delivery | null }[] {
  return given?.take && given.kind !== 'text' ? [{ name, delivery: given.take.delivery }] : [];
}

function Measured({ delivery: { durationMs, speakingMs, words, wordsPerMinute, pauses, fillers } }: { delivery: Delivery }) {
  return (
    <dl className={styles.figures}>
      <Figure name="Length" says={`${showElapsed(speakingMs)} of it speaking, ${count(words, 'word')}`}>{showElapsed(durationMs)}</Figure>
      <Figure name="Pace" says={wordsPerMinute === null ? 'too little was heard' : 'words a minute, while you spoke'}>{wordsPerMinute ?? 'Not measured'}</Figure>
      <Figure name="Pauses of 2 s or more" says={pauses.count === 0 ? '' : `the longest ${Math.round(pauses.longestMs / 1000)} s, ${Math.round(pauses.share * 100)} % of the time`}>{pauses.count === 0 ? 'None' : pauses.count}</Figure>
      <Figure name="Fillers" says={fillers === null ? 'whoever wrote it down leaves them out' : `in 100 words, ${bands[fillers.band]}`}>{fillers?.per100Words ?? 'Not measured'}</Figure>
    </dl>
  );
}

function Figure({ name, says, children }: { name: string; says: string; children: string | number }) {
  return <div><dt>{name}</dt><dd><strong>{children}</strong> <span className={styles.soft}>{says}</span></dd></div>;
}
