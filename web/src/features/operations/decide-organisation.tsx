import { Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Decision, decideOrganisation, type OperatorOrganisation } from '../../api/organisation-queries.js';
import { ProblemError } from '../../api/problem.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';

const words = {
  approve: { verb: 'Approve', says: 'It can search for people from that moment on. Its owners are told.' },
  refuse: { verb: 'Refuse', says: 'It goes on seeing nobody. Its owners read your reason, and may correct what they entered.' },
  suspend: { verb: 'Suspend', says: 'It sees nobody from the next request on. Its owners read your reason.' },
} as const satisfies Record<Decision, { verb: string; says: string }>;

/** Asks once, and for the reason that the owners are told. */
export function DecideOrganisation({ organisation: { id, name }, decision, onClose }: { organisation: OperatorOrganisation; decision: Decision; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const queryClient = useQueryClient();
  const deciding = useMutation({
    mutationFn: decideOrganisation,
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['operations', 'organisations'] });
      onClose();
    },
  });
  const { verb, says } = words[decision];
  const fault = deciding.error instanceof ProblemError ? deciding.error.problem.fields.reason : undefined;
  return (
    <ConfirmDialog
      open title={`${verb} ${name}?`} verb={verb} destroys={decision !== 'approve'} busy={deciding.isPending} error={fault === undefined ? deciding.error : null}
      onConfirm={() => deciding.mutate({ id, decision, reason })} onClose={onClose}
    >
      <p>{says}</p>
      {decision !== 'approve' && (
        <Textarea id="reason" label="The reason, as its owners read it" rows={3} maxLength={1000} value={reason} error={fault} onChange={({ currentTarget }) => setReason(currentTarget.value)} />
      )}
    </ConfirmDialog>
  );
}
