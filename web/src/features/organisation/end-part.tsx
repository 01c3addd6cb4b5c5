import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Member, membersQuery, organisationQuery, removeMember } from '../../api/organisation-queries.js';
import { sessionQuery } from '../../api/queries.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';

interface Props {
  member: Member;
  organisationName: string;
  isAlone: boolean;
  onClose: () => void;
  onLeft: () => void;
}

/** The end of somebody's part in an organisation, or of one's own; with the last one goes the organisation. */
export function EndPart({ member: { id, name, isMe }, organisationName, isAlone, onClose, onLeft }: Props) {
  const queryClient = useQueryClient();
  const ending = useMutation({
    mutationFn: () => removeMember(id),
    onSuccess: async () => {
      if (isMe) {
        await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
        onLeft();
        queryClient.removeQueries({ queryKey: organisationQuery.queryKey });
        return;
      }
      await queryClient.invalidateQueries({ queryKey: membersQuery.queryKey });
      onClose();
    },
  });
  const { title, says, verb } = wordsFor(isMe, isAlone, name, organisationName);
  return (
    <ConfirmDialog open title={title} verb={verb} destroys busy={ending.isPending} error={ending.error} onConfirm={() => ending.mutate()} onClose={onClose}>
      <p>{says}</p>
    </ConfirmDialog>
  );
}

function wordsFor(isMe: boolean, isAlone: boolean, name: string, organisationName: string): { title: string; says: string; verb: string } {
  if (!isMe) return { title: `Remove ${name}?`, says: `${name} sees nobody of ${organisationName} from that moment on, is signed out, and is told by mail.`, verb: 'Remove' };
  if (isAlone) return { title: `Delete ${organisationName}?`, says: 'Nobody else works here, so its lists, notes, searches and requests go with it. This cannot be taken back.', verb: 'Delete the organisation' };
  return { title: `Leave ${organisationName}?`, says: 'You see nobody here from that moment on. An owner can invite you again.', verb: 'Leave' };
}
