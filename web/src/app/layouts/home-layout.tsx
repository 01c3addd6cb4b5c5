import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../api/queries.js';
import { CandidateLayout } from './candidate-layout.js';
import { RecruiterLayout } from './recruiter-layout.js';

/** The frame somebody is at home in: that of those who hire, or that of those who practise. */
export function HomeLayout() {
  const { data: session } = useQuery(sessionQuery);
  return session?.account?.roles.includes('recruiter') ? <RecruiterLayout /> : <CandidateLayout />;
}
