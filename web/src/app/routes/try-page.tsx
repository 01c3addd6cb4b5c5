import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sessionQuery } from '../../api/queries.js';
import { GuestPractice } from '../../features/guest-practice/guest-practice.js';
import { AnswerReview } from '../../features/results/answer-review.js';
import { ButtonLink } from '../../ui/button-link.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';

export const TryPage = () => (
  <>
    <PageHeading title="Try a question" lead="No account, no cookie. Your answer stays in this page: it is sent nowhere, kept nowhere, and gone when you leave.">
      Try a question now
    </PageHeading>
    <GuestPractice review={(answer) => <AnswerReview answer={answer} />} onward={<Onward />} />
  </>
);

function Onward() {
  const { data: session } = useQuery(sessionQuery);
  return (
    <>
      <h3>That was one question</h3>
      <p>{session?.account ? 'In your practice' : 'With an account'} you take whole interviews: for your role, your level and a job description, with follow-up questions, a report to keep, and a look at how you get better. <Link to={paths.scoring}>How answers are scored</Link></p>
      {session?.account
        ? <ButtonLink to={paths.setUp}>Practise an interview</ButtonLink>
        : <ButtonLink to={paths.signUp} search={{ next: paths.setUp }}>Sign up and practise an interview</ButtonLink>}
    </>
  );
}
