import { Progress } from '@mantine/core';
import { IconCheck, IconCircleDashed, IconLoader2 } from '@tabler/icons-react';
import { type Interview } from '../../api/schema.js';
import { count } from '../../lib/format.js';
import '../../ui/mantine-forms.css';
import styles from './report.module.css';

/** What is being done with the answers right now. Nobody has to stay for it. */
export function ScoringProgress({ progress, where = 'in your practice' }: { progress: Interview['progress']; where?: string }) {
  const { scored, total } = progress;
  const done = scored >= total;
  const says = `${scored} of ${count(total, 'answer')} scored`;
  return (
    <section className={styles.scoring} aria-label="Scoring">
      <ol className={styles.steps}>
        <Step state="done">Your answers are saved</Step>
        <Step state={done ? 'done' : 'running'}><span role="status">{says}</span></Step>
        <Step state={done ? 'running' : 'open'}>The report is put together</Step>
      </ol>
      <Progress value={total === 0 ? 0 : (scored / total) * 100} aria-label={says} />
      <p>You may close this page. The report will be {where}.</p>
    </section>
  );
}

const icons = { done: IconCheck, running: IconLoader2, open: IconCircleDashed };

function Step({ state, children }: { state: keyof typeof icons; children: React.ReactNode }) {
  const Icon = icons[state];
  return <li data-state={state}><Icon size={20} stroke={1.5} aria-hidden />{children}</li>;
}
