import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { policyQuery, sessionQuery } from '../../api/queries.js';
import { ButtonLink } from '../../ui/button-link.js';
import { PageHeading } from '../../ui/page-heading.js';
import styles from './welcome.module.css';

/** What this place is, to both sides, before anybody scrolls. */
export function Welcome({ sample }: { sample: ReactNode }) {
  const { data: policy } = useQuery(policyQuery);
  const kept = policy?.retention.find(({ id }) => id === 'interviewResults');
  return (
    <div className={styles.welcome}>
      <div className={styles.opening}>
        <div>
          <PageHeading title="Practise an interview" lead="You type your answers to real interview questions. You get a score from 0 to 10, and for every mark the sentence of yours it rests on.">
            Rehearse the interview. See what each answer was worth, and why.
          </PageHeading>
          <div className={styles.start}>
            <StartLink />
            <span className={styles.small}>Free, in writing, without a clock.</span>
          </div>
        </div>
        <div className={styles.sides}>
          <section aria-labelledby="candidates">
            <h2 id="candidates">You are looking for work</h2>
            <p>Choose a role and a level, answer at your own pace, submit. You read what was covered, what was missing and how a strong answer is built. Only you see it.</p>
          </section>
          <section aria-labelledby="recruiters">
            <h2 id="recruiters">You hire people</h2>
            <p>Judge the scoring before you trust it: sit an interview yourself. Each score names its evaluator, its version and its rubric. You cannot look anybody up here.</p>
          </section>
        </div>
      </div>
      {sample}
      <section aria-labelledby="promise" className={styles.promise}>
        <h2 id="promise">What is published is what runs</h2>
        <p>
          {kept && <>An interview is deleted after {kept.keep}. </>}The same file that says so sets the clock that deletes it. <Link to="/legal/retention">Read what we keep, and for how long</Link>.
        </p>
      </section>
    </div>
  );
}

/** Newcomers need an account first; they come back to the set-up afterwards. */
function StartLink() {
  const { data: session } = useQuery(sessionQuery);
  return session?.account
    ? <ButtonLink size="lg" to="/practice/new">Practise an interview</ButtonLink>
    : <ButtonLink size="lg" to="/sign-up" search={{ next: '/practice/new' }}>Practise an interview</ButtonLink>;
}
