import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { agreementQuery, type RaterAgreement } from '../../api/reviewed-queries.js';
import { count } from '../../lib/format.js';
import { Loaded } from '../../ui/loaded.js';
import styles from './compare.module.css';

/** How alike people rate, and how people and the evaluation go together; each figure with what it rests on. */
export function RaterFigures({ templateId }: { templateId: string }) {
  return (
    <section className={styles.part} aria-labelledby="agreement">
      <h2 id="agreement">How alike you rate</h2>
      <p className={styles.soft}>Of the interviews you have rated yourself. People who agree little should talk about what the anchors mean.</p>
      <Loaded query={useQuery(agreementQuery(templateId))} failed="The figures could not be read." skeleton={<Skeleton height={80} />}>
        {(figures) => <Figures {...figures} />}
      </Loaded>
    </section>
  );
}

function Figures({ answers, pairs, fewest, alpha, withinOne, alignment }: RaterAgreement) {
  const rests = `${count(answers, 'answer')} that two or more have rated`;
  const tooFew = (amount: number): string => (amount < fewest ? `too few to say, under ${fewest}` : 'no differences to compare');
  return (
    <dl className={styles.figures}>
      <div><dt>Agreement of people (Krippendorff’s alpha)</dt><dd>{alpha === null ? tooFew(answers) : alpha.toFixed(2)}<span className={styles.about}>1 is complete, 0 is chance; {rests}</span></dd></div>
      <div><dt>At most one mark apart</dt><dd>{withinOne === null ? tooFew(answers) : `${Math.round(withinOne * 100)} %`}<span className={styles.about}>of {count(pairs, 'pair')} of marks</span></dd></div>
      <div><dt>People beside the evaluation (correlation)</dt><dd>{alignment.correlation === null ? tooFew(alignment.interviews) : alignment.correlation.toFixed(2)}<span className={styles.about}>{count(alignment.interviews, 'interview')} with both</span></dd></div>
    </dl>
  );
}
