import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { policyQuery, rolesQuery, sessionQuery } from '../../api/queries.js';
import { ButtonLink } from '../../ui/button-link.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Proofs } from './proofs.js';
import styles from './welcome.module.css';
import { WhoSees } from './who-sees.js';

/** What this place is, to both sides, before anybody scrolls. */
export function Welcome({ sample }: { sample: ReactNode }) {
  const { data: policy } = useQuery(policyQuery);
  const { data: roles } = useQuery(rolesQuery);
  return (
    <div className={styles.welcome}>
      <div className={styles.opening}>
        <div>
          <PageHeading title="Practise an interview" lead="You answer interview questions, typed or spoken. You get a score from 0 to 10, and for every mark the words of yours it rests on.">
            Rehearse the interview. See what each answer was worth, and why.
          </PageHeading>
          <div className={styles.start}>
            <StartLink />
            <ButtonLink size="lg" variant="default" to="/practice/try">Try a question now</ButtonLink>
            <span className={styles.small}>Free. Typed or spoken.</span>
          </div>
        </div>
        <div className={styles.sides}>
          <section aria-labelledby="candidates">
            <h2 id="candidates">You are looking for work</h2>
            <p>Choose {roles && roles.length > 1 ? `one of ${roles.length} roles` : 'a role'} and a level, answer, submit. You read what was covered, what was missing and how a strong answer is built. Only you see it, unless you decide to be found, field by field.</p>
          </section>
          <section aria-labelledby="recruiters">
            <h2 id="recruiters">You hire people</h2>
            <p>Search among people who agreed to be found, and see what each of them chose to share. They see who looked. Judge the scoring before you trust it: take an interview yourself.</p>
            <HiringLink />
          </section>
        </div>
      </div>
      {sample}
      {policy && <WhoSees policy={policy} />}
      {policy && <Proofs policy={policy} />}
    </div>
  );
}

/** Leads through the same sign-up, and then to the organisation. */
function HiringLink() {
  const { data: session } = useQuery(sessionQuery);
  if (!session?.account) return <p><Link to="/sign-up" search={{ next: '/organisation/new' }}>I am hiring</Link></p>;
  return <p><Link to={session.account.roles.includes('recruiter') ? '/organisation' : '/organisation/new'}>I am hiring</Link></p>;
}

/** Newcomers need an account first; they come back to the set-up afterwards. */
function StartLink() {
  const { data: session } = useQuery(sessionQuery);
  return session?.account
    ? <ButtonLink size="lg" to="/practice/new">Practise now</ButtonLink>
    : <ButtonLink size="lg" to="/sign-up" search={{ next: '/practice/new' }}>Practise now</ButtonLink>;
}
