import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sessionQuery } from '../../api/queries.js';
import { type GuestParts } from '../../features/guest-practice/guest-parts.js';
import { GuestPractice } from '../../features/guest-practice/guest-practice.js';
import { ButtonLink } from '../../ui/button-link.js';
import { paths } from '../paths.js';
import { guestParts } from './guest-parts.js';

const parts: GuestParts = {
  ...guestParts,
  again: { says: 'You can practise once more, with other questions.', verb: 'Practise once more' },
  onward: <Onward />,
};

export const TryPage = () => <GuestPractice parts={parts} />;

function Onward() {
  const { data: session } = useQuery(sessionQuery);
  if (session?.account) return <ButtonLink to={paths.setUp}>Practise an interview that is kept</ButtonLink>;
  return (
    <>
      <p>You can go on like this for as long as you wish. An account adds what cannot be done without keeping something: reports that stay until you delete them, interviews you can leave and come back to, a look at how you get better, and a certificate, which has to name somebody. <Link to={paths.scoring}>How answers are scored</Link></p>
      <ButtonLink variant="default" to={paths.signUp} search={{ next: paths.setUp }}>Sign up and practise an interview</ButtonLink>
    </>
  );
}
