import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { policyQuery, scoringQuery } from '../../api/queries.js';
import { type ScoringCard as Card } from '../../api/schema.js';
import { count, inOneBreath } from '../../lib/format.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import styles from './about-scoring.module.css';
import { Measured } from './measured.js';
import { Weights } from './weights.js';

/** How answers are scored, as it runs: every number comes from the server's own code. */
export function ScoringCard() {
  return (
    <Loaded query={useQuery(scoringQuery)} failed="How answers are scored could not be read." skeleton={<><Skeleton height={220} mb={32} /><LinesSkeleton lines={5} /></>}>
      {(card) => (
        <div className={styles.card}>
          <Rubric card={card} />
          <Sayings id="guards" title="What it is not taken in by" lead="A test holds each of these against every question of the bank." sayings={card.guards} />
          <Sayings id="limits" title="What it cannot do" lead="No score should be read without these." sayings={card.limits} />
          <Calibration card={card} />
          <Measured card={card} />
          <Versions card={card} />
          <OtherEvaluators />
        </div>
      )}
    </Loaded>
  );
}

function Rubric({ card: { rubric, evaluator, certificateAbove } }: { card: Card }) {
  return (
    <section aria-labelledby="rubric" className={styles.part}>
      <h2 id="rubric">Five criteria</h2>
      <p>Rubric {rubric.id}, built-in evaluator version {evaluator.version}. Each criterion is a whole number from 0 to 100, with a reason and words of your answer that it rests on.</p>
      <Weights criteria={rubric.criteria} />
      <p>
        The score of an answer is their weighted mean, from 0 to 10. A competency is the mean of its questions, the whole the mean of the competencies; a question you skip counts as 0.
        Nothing is rounded on the way: {certificateAbove} is not above {certificateAbove}. Two decimals are shown, cut off.
      </p>
      <p>
        What you say to a follow-up is read together with your answer, as one text: a point you make on being asked again counts like one made at once, and leaving a follow-up out costs nothing.
        A question you try again from the report is judged by the same rules, and the score of the interview stays as it was.
      </p>
    </section>
  );
}

function Sayings({ id, title, lead, sayings }: { id: string; title: string; lead: string; sayings: Card['guards'] }) {
  return (
    <section aria-labelledby={id} className={styles.part}>
      <h2 id={id}>{title}</h2>
      <p>{lead}</p>
      <dl className={styles.sayings}>{sayings.map((saying) => <div key={saying.id}><dt>{saying.title}</dt><dd>{saying.says}</dd></div>)}</dl>
    </section>
  );
}

function Calibration({ card: { calibration } }: { card: Card }) {
  const { questions, modelAnswers, thinAnswers, offPointAnswers, bands } = calibration;
  return (
    <section aria-labelledby="calibration" className={styles.part}>
      <h2 id="calibration">How it was calibrated</h2>
      <p>
        Each of the {count(questions, 'question')} carries answers that we wrote: {count(modelAnswers, 'good answer')}, {count(thinAnswers, 'thin one')} and {count(offPointAnswers, 'answer')} off the point.
        A test leaves each of them out in turn, calibrates the question on the others, and checks that the one left out lands where it belongs: good ones above {bands.goodAbove}, 97 of 100 thin ones at least from {bands.thinFrom} to {bands.thinTo}, the rest below {bands.offPointBelow}.
      </p>
      <p>The same answer always gets the same score. A changed rubric gets a new name, and changes no score that was given before.</p>
    </section>
  );
}

function Versions({ card: { versions } }: { card: Card }) {
  return (
    <section aria-labelledby="versions" className={styles.part}>
      <h2 id="versions">What has changed</h2>
      <dl className={styles.sayings}>{versions.map(({ version, says }) => <div key={version}><dt>Version {version}</dt><dd>{says}</dd></div>)}</dl>
    </section>
  );
}

function OtherEvaluators() {
  const { data: policy } = useQuery(policyQuery);
  const judges = (policy?.ai ?? []).filter(({ roles }) => roles.includes('evaluator')).map(({ name }) => name);
  return (
    <section aria-labelledby="others" className={styles.part}>
      <h2 id="others">Who else may judge</h2>
      <p>
        {judges.length === 0
          ? 'Nobody. On this machine, the built-in evaluator judges every answer, and no answer leaves it to be judged.'
          : `${inOneBreath(judges)}, by the same five criteria, for those who allowed it before the interview. ${judges.length === 1 ? 'It gives' : 'They give'} whole numbers and quotes only; a quote that does not stand in the answer is refused, and the sums are made here.`}
      </p>
      <p>Every report names who judged it. When an answer cannot be judged, it gets no number, and the report says why.</p>
    </section>
  );
}
