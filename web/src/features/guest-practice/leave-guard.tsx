import { useBlocker } from '@tanstack/react-router';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';

/** Asks before one leaves what is nowhere but here. */
export function LeaveGuard({ needed }: { needed: boolean }) {
  const { status, proceed, reset } = useBlocker({ shouldBlockFn: () => needed, enableBeforeUnload: () => needed, withResolver: true });
  return (
    <ConfirmDialog open={status === 'blocked'} title="Leave this interview?" verb="Leave and lose it" destroys busy={false} error={null} onConfirm={() => proceed?.()} onClose={() => reset?.()}>
      <p>What you wrote and recorded is in this page alone. When you leave, all of it is gone, and nobody can bring it back.</p>
    </ConfirmDialog>
  );
}
