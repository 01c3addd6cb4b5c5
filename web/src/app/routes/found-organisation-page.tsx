import { useNavigate } from '@tanstack/react-router';
import { FoundOrganisation } from '../../features/organisation/found-organisation.js';
import { paths } from '../paths.js';

export function FoundOrganisationPage() {
  const navigate = useNavigate();
  return <FoundOrganisation onDone={() => void navigate({ to: paths.organisation })} />;
}
