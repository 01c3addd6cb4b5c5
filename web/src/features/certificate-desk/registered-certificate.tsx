import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Measure, type RegisterLine, registerQuery, takeMeasure } from '../../api/certificate-desk-queries.js';
import { showInstant } from '../../lib/format.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import styles from './desk.module.css';
import { ReasonForm } from './reason-form.js';
import { inWords } from './words.js';

const SUSPEND = { way: 'suspension', verb: 'Suspend it' } as const;
const RESTORE = { way: 'restoration', verb: 'Lift the suspension' } as const;
const REVOKE = { way: 'revocation', verb: 'Revoke it', destroys: true } as const;
const kinds = { suspended: 'Suspended', restored: 'Suspension lifted', revoked: 'Revoked' } as const satisfies Record<RegisterLine['measures'][number]['kind'], string>;
const titles: Readonly<Record<Measure, { title: string; verb: string; says: string }>> = {
  suspension: { title: 'Suspend this certificate?', verb: SUSPEND.verb, says: 'Its page and whoever checks it say so at once. Its owner is told, with your reason. You can lift it.' },
  restoration: { title: 'Lift the suspension?', verb: RESTORE.verb, says: 'It holds again as before. Its owner is told, with your reason.' },
  revocation: { title: 'Revoke this certificate?', verb: REVOKE.verb, says: 'It never holds again, its interview earns no other, and what stands on it is deleted. Its owner is told, with your reason. You cannot take it back.' },
};

/** What became of a certificate, and what can be done about it. */
export function RegisteredCertificate({ certificate, find }: { certificate: RegisterLine; find: string }) {
  const { id, url, issuedAt, validUntil, measures, suspendedAt, state } = certificate;
  const queryClient = useQueryClient();
  const [word, setWord] = useState<{ measure: Measure; reason: string } | null>(null);
  const [taken, setTaken] = useState(0);
  const taking = useMutation({
    mutationFn: ({ measure, reason }: { measure: Measure; reason: string }) => takeMeasure({ id, measure, reason }),
    onSuccess: (line) => {
      queryClient.setQueryData(registerQuery(find).queryKey, line);
      setWord(null);
      setTaken(taken + 1);
    },
  });
  return (
    <div className={styles.part}>
      <div>
        <p className={styles.name} role="status">{inWords(certificate)}</p>
        <p className={styles.facts}><span>Number {id}</span><span>Issued on {showInstant(issuedAt)}</span><span>Valid until {showInstant(validUntil)}</span><span><a href={url}>Its page</a></span></p>
      </div>
      {measures.length > 0 && <ul className={styles.rows}>{measures.map(({ kind, reason, at }) => <li key={at}><div><p>{kinds[kind]}: {reason}</p><p className={styles.facts}>{showInstant(at)}</p></div></li>)}</ul>}
      {state === 'issued' && (
        <ReasonForm key={taken} label={suspendedAt === null ? 'What is wrong with it?' : 'What have you found out?'} ways={suspendedAt === null ? [SUSPEND, REVOKE] : [RESTORE, REVOKE]} busy={false} error={null} onReason={(measure, reason) => { taking.reset(); setWord({ measure, reason }); }}>
          Its owner reads this. Write nothing about anybody else.
        </ReasonForm>
      )}
      <ConfirmDialog
        open={word !== null} title={word ? titles[word.measure].title : ''} verb={word ? titles[word.measure].verb : ''} destroys={word?.measure === 'revocation'}
        busy={taking.isPending} error={taking.error} onConfirm={() => word && taking.mutate(word)} onClose={() => setWord(null)}
      >
        <p>{word && titles[word.measure].says}</p>
      </ConfirmDialog>
    </div>
  );
}
