import { useBlocker } from '@tanstack/react-router';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { type RoomTakes } from './room-takes.js';

/** Asks before one goes elsewhere while something is recorded: going ends the recording. */
export function LeaveGuard({ takes }: { takes: RoomTakes }) {
  const { status, proceed, reset } = useBlocker({ shouldBlockFn: takes.isRecording, enableBeforeUnload: false, withResolver: true });
  return (
    <ConfirmDialog open={status === 'blocked'} title="You are recording" verb="Stop the recording and go" busy={false} error={null} onConfirm={() => proceed?.()} onClose={() => reset?.()}>
      <p>Going to another page ends the recording. What you said until now stays.</p>
    </ConfirmDialog>
  );
}
