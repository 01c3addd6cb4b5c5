import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useLocation, useNavigate } from '@tanstack/react-router';
import { organisationQuery } from '../../api/organisation-queries.js';
import { AskToTalk } from '../../features/contact/ask-to-talk.js';
import { AddToShortlist } from '../../features/shortlists/add-to-shortlist.js';
import { ProfileDoor } from '../../features/talent/profile-door.js';
import { TalentProfile } from '../../features/talent/talent-profile.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';

const route = getRouteApi('/recruiter/talent/$talentId');

export function TalentProfilePage() {
  const { talentId } = route.useParams();
  const { client } = route.useSearch();
  const toldAt = useLocation({ select: ({ state }) => state.toldAt });
  const { data: organisation } = useQuery(organisationQuery);
  const navigate = useNavigate();
  const actions = (
    <>
      <AddToShortlist talentId={talentId} />
      {organisation && <AskToTalk key={talentId} talentId={talentId} asker={organisation} client={client} />}
    </>
  );
  const profile = <TalentProfile talentId={talentId} client={client} from={toldAt ?? {}} actions={actions} />;
  if (toldAt) return profile;
  return (
    <ProfileDoor
      key={talentId} heading={<PageHeading title="Open a profile">Open this profile?</PageHeading>} clients={organisation?.clients ?? []} client={client}
      onClient={(id) => void navigate({ to: paths.talentProfile, params: { talentId }, search: id === undefined ? {} : { client: id }, replace: true })}
    >
      {profile}
    </ProfileDoor>
  );
}
