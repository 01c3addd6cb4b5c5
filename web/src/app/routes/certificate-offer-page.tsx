import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { offerQuery } from '../../api/certificate-queries.js';
import { isAbsent } from '../../api/problem.js';
import { Offer } from '../../features/certificates/offer.js';
import { CertificateStanding } from '../../features/results/certificate-standing.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';
import { NotFoundPage } from './not-found-page.js';

const route = getRouteApi('/candidate/interviews/$id/certificate');

export function CertificateOfferPage() {
  const { id } = route.useParams();
  const navigate = useNavigate();
  const { data, error } = useQuery(offerQuery(id));
  const toCertificate = useCallback((certificate: string) => void navigate({ to: paths.certificate, params: { id: certificate }, replace: true }), [navigate]);
  if (isAbsent(error)) return <NotFoundPage />;
  return (
    <>
      <PageHeading
        title="Your certificate" above={<Link to={paths.report} params={{ id }}>Your report</Link>}
        {...(data?.standing.fit ? { lead: `You scored ${data.standing.overall}, above ${Number(data.standing.mark).toFixed(2)}. Choose what stands on your certificate, and who sees it.` } : {})}
      >
        Your certificate
      </PageHeading>
      <Offer interviewId={id} onAsked={toCertificate} otherwise={<CertificateStanding id={id} onStarted={(drill) => void navigate({ to: paths.room, params: { id: drill.id } })} />} />
    </>
  );
}
