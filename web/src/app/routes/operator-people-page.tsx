import { useNavigate } from '@tanstack/react-router';
import { PersonSearch } from '../../features/operations/person-search.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';

export function OperatorPeoplePage() {
  const navigate = useNavigate();
  return (
    <>
      <PageHeading title="People" lead="You see roles, state and counts of one account: no name, no address, no answer. That you looked is written into the audit log.">
        People, by id
      </PageHeading>
      <PersonSearch onFound={(id) => void navigate({ to: paths.operatorPerson, params: { id } })} />
    </>
  );
}
