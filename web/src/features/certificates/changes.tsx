import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type Certificate, certificateQuery, certificatesQuery, giveBackCertificate } from '../../api/certificate-queries.js';
import { ConsentSwitch } from '../../consent/consent-switch.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import styles from './certificates.module.css';
import { Correction } from './correction.js';

/** What its owner may still change: words, the video, and whether there is one at all. */
export function Changes({ certificate, onEnded }: { certificate: Certificate; onEnded: () => void }) {
  const { id, clip, can, interviewId, replaces } = certificate;
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const again = (): void => {
    void queryClient.invalidateQueries({ queryKey: certificateQuery(id).queryKey });
    void queryClient.invalidateQueries({ queryKey: certificatesQuery.queryKey });
  };
  const giveBack = useMutation({ mutationFn: () => giveBackCertificate(id), onSuccess: () => { again(); onEnded(); } });
  return (
    <section aria-labelledby="changes" className={styles.part}>
      <h2 id="changes">Change it</h2>
      {replaces !== null && <p className={styles.soft}>It is in the place of <Link to="/certificates/$id" params={{ id: replaces }}>an earlier one</Link>, which is revoked.</p>}
      {can.includes('correct') && <Correction certificate={certificate} />}
      {clip !== null && <ConsentSwitch purpose="certificate_clip" scope={id} onChanged={again} ends="It ends with the certificate."><p className={styles.soft}>Switching it off revokes this certificate at once.{can.includes('correct') && ' To have one without the video instead, do that above first.'}</p></ConsentSwitch>}
      {can.includes('give_back') && <div><Button variant="subtle" color="red" size="compact-md" className={styles.quiet} onClick={() => setAsking(true)}>Give it back</Button></div>}
      <ConfirmDialog open={asking} title="Give this certificate back?" verb="Give it back" destroys busy={giveBack.isPending} error={giveBack.error} onConfirm={() => giveBack.mutate()} onClose={() => setAsking(false)}>
        <p>It is revoked at once and for good. Its papers, its video and everything personal in it are deleted; its page says that it was revoked.{interviewId !== null && ' Your interview and its report stay.'}</p>
      </ConfirmDialog>
    </section>
  );
}
