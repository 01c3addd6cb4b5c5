import { type Assessment, type AssessmentFinding } from '../../api/schema.js';
import { AdviceList } from './advice-list.js';
import styles from './assessment.module.css';
import { DescriptionText } from './description-text.js';
import { Findings } from './findings.js';
import { Fit } from './fit.js';

/** An assessment, from the number down to the lines it rests on. */
export function AssessmentResult({ assessment }: { assessment: Assessment }) {
  const { findings, advice, descriptionText } = assessment;
  const by = (...importances: AssessmentFinding['importance'][]) => findings.filter(({ importance }) => importances.includes(importance));
  return (
    <div className={styles.result}>
      <Fit assessment={assessment} />
      {advice.length > 0 && (
        <section aria-labelledby="advice" className={styles.block}>
          <h2 id="advice">What to do, in this order</h2>
          <p className={styles.quiet}>Add only what is true. What you know already, though it stands under “Learn”, belongs in your resume.</p>
          <AdviceList advice={advice} />
        </section>
      )}
      <Findings id="must" title="Asked for by the description" findings={by('must')} />
      <Findings id="nice" title="Nice to have, says the description" findings={by('nice')} />
      <Findings id="usual" title={assessment.description === 'read' ? 'Usual for the role, though the description leaves it out' : 'Usual for the role'} findings={by('role_core')} />
      <Findings id="helpful" title="Helpful in the role" findings={by('role_helpful')} />
      {descriptionText !== '' && <DescriptionText text={descriptionText} />}
    </div>
  );
}
