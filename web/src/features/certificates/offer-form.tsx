import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { certificateQuery, type CertificateOffer, certificatesQuery, issueCertificate, offerQuery, previewQuery } from '../../api/certificate-queries.js';
import { isProblem, ProblemError } from '../../api/problem.js';
import { ConsentSwitch } from '../../consent/consent-switch.js';
import { newId } from '../../lib/new-id.js';
import { Failure } from '../../ui/failure.js';
import { useFocusOnFault } from '../../ui/form/use-focus-on-fault.js';
import { Notice } from '../../ui/notice.js';
import '../../ui/mantine-forms.css';
import styles from './certificates.module.css';
import { ClipChoices } from './clip-choices.js';
import { PublicPreview } from './public-preview.js';

interface Props {
  interviewId: string;
  /** Of the certificate that is offered. */
  id: string;
  offer: CertificateOffer;
  onAsked: () => void;
}

/** A name, a video or none, who may see it, and what they see. Nothing is made before the last button is pressed. */
export function OfferForm({ interviewId, id, offer, onAsked }: Props) {
  const queryClient = useQueryClient();
  const [name, setName] = useState(offer.name);
  const [takeId, setTakeId] = useState(offer.clips[0]?.takeId ?? null);
  const [eventId] = useState(newId);
  const wish = { name, takeId };
  // What is wrong with the name is said while it is typed: the page is made of it.
  const preview = useQuery({ ...previewQuery(id, wish), enabled: false });
  const ask = useMutation({
    mutationFn: issueCertificate,
    onSuccess: (certificate) => {
      queryClient.setQueryData(certificateQuery(id).queryKey, certificate);
      void queryClient.invalidateQueries({ queryKey: certificatesQuery.queryKey });
      void queryClient.invalidateQueries({ queryKey: offerQuery(interviewId).queryKey });
      onAsked();
    },
  });
  const form = useFocusOnFault(ask.isError);
  const wrongName = [ask.error, preview.error].map(fieldsOf).find((fields) => fields.name !== undefined)?.name;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    ask.mutate({ id, ...wish, eventId });
  };
  return (
    <form ref={form} onSubmit={submit} className={styles.offer} noValidate>
      <div className={styles.choices}>
        <TextInput
          label="Your name on the certificate" description="As whoever reads it knows you." value={name} onChange={(event) => setName(event.currentTarget.value)} maxLength={200} dir="auto" autoComplete="name" error={wrongName}
        />
        {offer.clips.length > 0 && <ClipChoices clips={offer.clips} chosen={takeId} onChoose={(chosen) => { ask.reset(); setTakeId(chosen); }} />}
        {takeId !== null && <ConsentSwitch purpose="certificate_clip" scope={id} onChanged={ask.reset} ends={`It ends with the certificate, ${offer.validFor} after it is issued.`} />}
        <ConsentSwitch purpose="public_certificate" scope={id} ends={`It ends with the certificate, ${offer.validFor} after it is issued.`} />
      </div>
      <PublicPreview id={id} wish={wish} />
      <section aria-labelledby="next" className={styles.part}>
        <h2 id="next">What happens next</h2>
        <p>It is made within a minute: a page, two papers to print, and a badge that programs can check. It is valid for {offer.validFor} and has its own copy of what it says: deleting your interview before changes nothing. You can hide it, correct the name and give it back at any time.</p>
        {ask.isError && wrongName === undefined && <WhyNotIssued error={ask.error} />}
        <div><Button type="submit" loading={ask.isPending || ask.isSuccess}>Issue my certificate</Button></div>
      </section>
    </form>
  );
}

function WhyNotIssued({ error }: { error: unknown }) {
  if (!isProblem(error, 'consent.required')) return <Failure title="It was not issued." error={error} />;
  return <Notice kind="failure" title="You chose a video and did not allow it">Switch on “Put this video into my certificate”, or choose “No video”.</Notice>;
}

const fieldsOf = (error: unknown): Readonly<Record<string, string>> => (error instanceof ProblemError ? error.problem.fields : {});
