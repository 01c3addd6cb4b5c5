import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { foundOrganisation, organisationQuery } from '../../api/organisation-queries.js';
import { sessionQuery } from '../../api/queries.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import { OrganisationForm } from './organisation-form.js';

/** The first step of whoever hires, once they have an account. */
export function FoundOrganisation({ onDone }: { onDone: () => void }) {
  const queryClient = useQueryClient();
  const { data: session } = useQuery(sessionQuery);
  const account = session?.account;
  return (
    <>
      <PageHeading title="Your organisation" lead="People here decide themselves who may see them. So they are told who you are, and only organisations that were approved may search.">
        For whom do you hire?
      </PageHeading>
      {account?.roles.includes('recruiter')
        ? <Notice kind="info" title="You work for an organisation here already">One at a time. <Link to="/organisation">Go to its page</Link></Notice>
        : (
          <OrganisationForm
            begin={{ name: '', domain: domainOf(account?.email ?? ''), kind: 'employer' }} verb="Make the organisation" send={foundOrganisation}
            onDone={(organisation) => {
              queryClient.setQueryData(organisationQuery.queryKey, organisation);
              void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey }).then(onDone);
            }}
          />
        )}
    </>
  );
}

/** A guess that can be changed; the server knows which domains are nobody's own. */
const domainOf = (email: string): string => {
  const domain = email.slice(email.lastIndexOf('@') + 1);
  return /^(gmail|googlemail|outlook|hotmail|live|yahoo|icloud|proton|gmx|web)\./.test(domain) ? '' : domain;
};
