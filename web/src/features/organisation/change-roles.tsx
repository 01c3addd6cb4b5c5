import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { changeMember, type Member, organisationQuery } from '../../api/organisation-queries.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { RoleChoice } from './role-choice.js';

/** Other roles for a member. Somebody else is signed out by it, so that nothing goes on under what they had before. */
export function ChangeRoles({ member: { id, name, roles, isMe }, onClose }: { member: Member; onClose: () => void }) {
  const [chosen, setChosen] = useState([...roles]);
  const queryClient = useQueryClient();
  const changing = useMutation({
    mutationFn: changeMember,
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: organisationQuery.queryKey });
      onClose();
    },
  });
  const save = (): void => {
    if (chosen.length > 0) changing.mutate({ id, roles: chosen });
  };
  return (
    <ConfirmDialog open title={`What ${name} may do`} verb="Save the roles" busy={changing.isPending} error={changing.error} onConfirm={save} onClose={onClose}>
      <RoleChoice id={`roles-${id}`} legend="Roles" chosen={chosen} onChoose={setChosen} />
      {!isMe && <p>{name} is told by mail, and has to sign in again.</p>}
    </ConfirmDialog>
  );
}
