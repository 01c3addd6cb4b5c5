import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { certificateQuery } from '../../api/certificate-queries.js';
import { isAbsent } from '../../api/problem.js';
import { OwnCertificate } from '../../features/certificates/own-certificate.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';
import { NotFoundPage } from './not-found-page.js';

const route = getRouteApi('/candidate/certificates/$id');

export function CertificatePage() {
  const { id } = route.useParams();
  const { data, error } = useQuery(certificateQuery(id));
  if (isAbsent(error)) return <NotFoundPage />;
  const { facts, name } = data ?? { facts: null, name: null };
  return (
    <>
      <PageHeading
        title={facts === null ? 'Your certificate' : `Your certificate: ${facts.roleTitle}`} above={<Link to={paths.certificates}>Certificates</Link>}
        {...(facts === null ? {} : { lead: <>{facts.roleTitle}, {facts.levelTitle}: {facts.overall} of 10, for <bdi>{name}</bdi></> })}
      >
        Your certificate
      </PageHeading>
      <OwnCertificate key={id} id={id} onEnded={() => document.querySelector<HTMLElement>('h1')?.focus()} />
    </>
  );
}
