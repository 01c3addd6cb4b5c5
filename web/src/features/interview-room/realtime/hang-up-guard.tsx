import { useBlocker } from '@tanstack/react-router';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';

/** Asks before one goes elsewhere in the middle of a conversation: going ends it. */
export function HangUpGuard({ active }: { active: boolean }) {
  const { status, proceed, reset } = useBlocker({ shouldBlockFn: () => active, enableBeforeUnload: false, withResolver: true });
  return (
    <ConfirmDialog open={status === 'blocked'} title="You are in a conversation" verb="End it and go" busy={false} error={null} onConfirm={() => proceed?.()} onClose={() => reset?.()}>
      <p>Going to another page ends the conversation. What you said until now is kept.</p>
    </ConfirmDialog>
  );
}
