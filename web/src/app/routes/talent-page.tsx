import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useLocation, useNavigate } from '@tanstack/react-router';
import { organisationQuery } from '../../api/organisation-queries.js';
import { type TalentPlace } from '../../api/talent-queries.js';
import { SaveSearch } from '../../features/talent/save-search.js';
import { TalentSearch } from '../../features/talent/talent-search.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';

const route = getRouteApi('/recruiter/talent');

export function TalentPage() {
  const { client, ...ask } = route.useSearch();
  const { data: organisation } = useQuery(organisationQuery);
  const newSince = useLocation({ select: ({ state }) => state.newSince ?? null });
  const navigate = useNavigate();
  const go = (search: TalentPlace): void => void navigate({ to: paths.talent, search, resetScroll: false });
  return (
    <>
      <PageHeading title="Search" lead="Everyone here chose to be found, and what you see of them. They can take it back at any moment.">Search for people</PageHeading>
      <TalentSearch
        ask={ask} onAsk={(asked) => go({ ...asked, ...(client === undefined ? {} : { client }) })}
        clients={organisation?.clients ?? []} client={client} onClient={(id) => go({ ...ask, ...(id === undefined ? {} : { client: id }) })}
        newSince={newSince} actions={<SaveSearch ask={ask} />}
      />
    </>
  );
}
