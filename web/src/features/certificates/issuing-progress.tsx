import { IconCheck, IconCircleDashed, IconLoader2 } from '@tabler/icons-react';
import { type Certificate } from '../../api/certificate-queries.js';
import styles from './certificates.module.css';
import { steps, stepWords } from './words.js';

/** What is being made right now. Nobody has to stay for it. */
export function IssuingProgress({ certificate: { step, facts } }: { certificate: Certificate }) {
  const at = step === null ? 0 : steps.indexOf(step);
  const shown = steps.filter((one) => one !== 'clip' || (facts?.clip ?? null) !== null);
  return (
    <section aria-label="Your certificate is being made" className={styles.part}>
      <ol className={styles.steps}>
        {shown.map((one) => <Step key={one} state={stateOf(steps.indexOf(one) - at)} says={stepWords[one]} />)}
      </ol>
      <p role="status" className="visually-hidden">{stepWords[steps[at] ?? 'waiting']}</p>
      <p>You may close this page. You get a note and a mail when it is ready.</p>
    </section>
  );
}

const stateOf = (ahead: number): keyof typeof icons => {
  if (ahead === 0) return 'running';
  return ahead < 0 ? 'done' : 'open';
};

const icons = { done: IconCheck, running: IconLoader2, open: IconCircleDashed };

function Step({ state, says }: { state: keyof typeof icons; says: string }) {
  const Icon = icons[state];
  return <li data-state={state}><Icon size={20} stroke={1.5} aria-hidden />{says}</li>;
}
