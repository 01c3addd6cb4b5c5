import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type Invitation } from '../../api/invitation-queries.js';
import { showDeadline, timeLeft } from '../../lib/format.js';
import { moveFocus } from '../../lib/move-focus.js';
import { useNow } from '../../lib/use-now.js';
import { InvitationMark } from '../../ui/invitation-mark.js';
import { changesOf } from './changes.js';
import table from './table.module.css';
import { calledBy, isWaiting, progressOf, stateWords } from './words.js';

interface Props {
  invitations: Invitation[];
  onChange: (invitation: Invitation) => void;
}

/** Everybody who was invited, one line each. With ↑ and ↓ the focus goes to the same place of the next line. */
export function InvitationTable({ invitations, onChange }: Props) {
  return (
    <table className={table.table} onKeyDown={moveFocus}>
      <caption className="visually-hidden">Whom you invited. The arrow keys go from line to line.</caption>
      <thead>
        <tr>
          <th scope="col">Person</th>
          <th scope="col">State</th>
          <th scope="col">Progress</th>
          <th scope="col">Deadline</th>
          <th scope="col"><span className="visually-hidden">What you can do</span></th>
        </tr>
      </thead>
      <tbody>{invitations.map((invitation) => <Row key={invitation.id} invitation={invitation} onChange={onChange} />)}</tbody>
    </table>
  );
}

function Row({ invitation, onChange }: { invitation: Invitation; onChange: Props['onChange'] }) {
  const { name, email, state, deadlineAt } = invitation;
  const called = calledBy(invitation);
  const now = useNow();
  return (
    <tr data-over={!isWaiting(invitation) && state !== 'complete'}>
      <th scope="row">
        <Who invitation={invitation} />
        {name !== null && email !== null && <span className={table.about}>{email}</span>}
      </th>
      <td data-label="State"><InvitationMark state={state} says={stateWords[state]} /></td>
      <td data-label="Progress">{progressOf(invitation)}</td>
      <td data-label="Deadline" data-empty={!isWaiting(invitation)}>
        {isWaiting(invitation) && <>{showDeadline(deadlineAt)}<span className={table.about}>{timeLeft(deadlineAt, now) ?? 'over'}</span></>}
      </td>
      <td className={table.step} data-empty={changesOf(invitation).length === 0}>
        {changesOf(invitation).length > 0 && <Button variant="default" size="compact-md" onClick={() => onChange(invitation)} data-column="change">Change<span className="visually-hidden"> the invitation of {called}</span></Button>}
      </td>
    </tr>
  );
}

/** What was handed in is read behind the name; what was taken back shows nothing. */
function Who({ invitation }: { invitation: Invitation }) {
  const called = calledBy(invitation);
  if (invitation.state !== 'complete' || invitation.readableUntil === null) return called;
  return <Link to="/invitations/$id" params={{ id: invitation.id }} className={table.open} data-column="person">{called}</Link>;
}
