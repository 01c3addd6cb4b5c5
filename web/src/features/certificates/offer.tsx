import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { draftCertificate, offerQuery } from '../../api/certificate-queries.js';
import { Failure } from '../../ui/failure.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import { OfferForm } from './offer-form.js';

interface Props {
  interviewId: string;
  onAsked: (id: string) => void;
  /** What stands here when nothing is earned. */
  otherwise: ReactNode;
}

/** The certificate that an interview has earned. */
export function Offer({ interviewId, onAsked, otherwise }: Props) {
  const query = useQuery(offerQuery(interviewId));
  const { mutate: begin, ...draft } = useMutation({ mutationFn: draftCertificate });
  const isOpen = query.data?.standing.fit === true && (query.data.certificate === null || query.data.certificate.state === 'draft');
  // Consents are given for one certificate, which has to be there; asking for it twice makes one.
  useEffect(() => { if (isOpen) begin(interviewId); }, [isOpen, begin, interviewId]);
  const asked = query.data?.certificate && query.data.certificate.state !== 'draft' ? query.data.certificate.id : null;
  useEffect(() => { if (asked !== null) onAsked(asked); }, [asked, onAsked]);
  return (
    <Loaded query={query} failed="What this interview has earned could not be read." skeleton={<LinesSkeleton lines={8} />}>
      {(offer) => {
        if (!isOpen) return asked === null ? otherwise : null;
        if (draft.isError) return <Failure title="The certificate could not be prepared." error={draft.error} again={() => begin(interviewId)} />;
        return draft.data ? <OfferForm interviewId={interviewId} id={draft.data.id} offer={offer} onAsked={() => onAsked(draft.data.id)} /> : <LinesSkeleton lines={8} />;
      }}
    </Loaded>
  );
}
