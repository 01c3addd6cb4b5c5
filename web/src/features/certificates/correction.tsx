import { Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { type Certificate, correctCertificate } from '../../api/certificate-queries.js';
import { ProblemError } from '../../api/problem.js';
import { ConsentSwitch } from '../../consent/consent-switch.js';
import { newId } from '../../lib/new-id.js';
import { Failure } from '../../ui/failure.js';
import { useFocusOnFault } from '../../ui/form/use-focus-on-fault.js';
import '../../ui/mantine-forms.css';
import dialog from '../../ui/confirm-dialog.module.css';
import styles from './certificates.module.css';

/** Another name, or no video: a new certificate with the same end, and the old one is revoked. */
export function Correction({ certificate: { id, name, clip } }: { certificate: Certificate }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <div><Button variant="default" onClick={() => setOpen(true)}>{clip === null ? 'Correct the name' : 'Correct the name, or leave the video out'}</Button></div>
      <Modal.Root opened={open} onClose={() => setOpen(false)} centered>
        <Modal.Overlay />
        <Modal.Content className={dialog.content} radius={6}>
          <div className={dialog.head}><Modal.Title className={dialog.title}>Correct this certificate</Modal.Title><Modal.CloseButton aria-label="Close" /></div>
          <CorrectionForm id={id} name={name ?? ''} hasClip={clip !== null} onClose={() => setOpen(false)} />
        </Modal.Content>
      </Modal.Root>
    </>
  );
}

function CorrectionForm({ id, name: before, hasClip, onClose }: { id: string; name: string; hasClip: boolean; onClose: () => void }) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState(before);
  const [withoutClip, setWithoutClip] = useState(false);
  const [eventId] = useState(newId);
  const [waiting, setWaiting] = useState<string | null>(null);
  const [allowed, setAllowed] = useState(false);
  const correct = useMutation({
    mutationFn: correctCertificate,
    onSuccess: (made) => {
      if (!made.isAsked) return setWaiting(made.id);
      void queryClient.invalidateQueries({ queryKey: ['certificates'] });
      void navigate({ to: '/certificates/$id', params: { id: made.id } });
    },
  });
  const form = useFocusOnFault(correct.isError);
  const wrong = correct.error instanceof ProblemError ? correct.error.problem.fields.name : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    correct.mutate({ id, name, withoutClip, eventId });
  };
  const change = (): void => { setWaiting(null); setAllowed(false); correct.reset(); };
  return (
    <form ref={form} onSubmit={submit} noValidate className={dialog.body}>
      <p>A new certificate is made, valid until the same day. It has a link of its own, which nobody but you can open until you switch that on. This one is revoked as soon as the new one is there: its papers and links say so from then on.</p>
      <TextInput label="Your name on the certificate" value={name} onChange={(event) => { setName(event.currentTarget.value); change(); }} maxLength={200} dir="auto" autoComplete="name" error={wrong} />
      {hasClip && <Checkbox label="Without the video" checked={withoutClip} onChange={(event) => { setWithoutClip(event.currentTarget.checked); change(); }} mt="md" />}
      {waiting !== null && <ConsentSwitch purpose="certificate_clip" scope={waiting} onChanged={() => setAllowed((was) => !was)} ends="It ends with the certificate."><p className={styles.soft}>The new one takes its own copy of the video along, so it needs its own yes.</p></ConsentSwitch>}
      {correct.isError && wrong === undefined && <Failure title="Nothing was changed." error={correct.error} />}
      <div className={`${dialog.actions} ${styles.above}`}>
        <Button type="submit" loading={correct.isPending} disabled={(name.trim() === before && !withoutClip) || (waiting !== null && !allowed)}>Make the corrected one</Button>
        <Button variant="default" onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
