import { Link } from '@tanstack/react-router';
import { type InvitationState } from '../../api/invitation-queries.js';
import styles from './invitations.module.css';
import { states, stateWords } from './words.js';

interface Props {
  templateId: string;
  counts: Readonly<Record<string, number>>;
  chosen: InvitationState | undefined;
}

/** How many stand where, each the way to see them alone. The bars repeat what the numbers say. */
export function Funnel({ templateId, counts, chosen }: Props) {
  const total = Object.values(counts).reduce((sum, amount) => sum + amount, 0);
  return (
    <nav className={styles.funnel} aria-label="Which invitations">
      <Step templateId={templateId} state={undefined} isChosen={chosen === undefined} says="All" amount={total} share={1} />
      {states.map((state) => ({ state, amount: counts[state] ?? 0 })).filter(({ state, amount }) => amount > 0 || state === chosen).map(({ state, amount }) => (
        <Step key={state} templateId={templateId} state={state} isChosen={state === chosen} says={stateWords[state]} amount={amount} share={amount / Math.max(1, total)} />
      ))}
    </nav>
  );
}

interface StepProps {
  templateId: string;
  state: InvitationState | undefined;
  isChosen: boolean;
  says: string;
  amount: number;
  share: number;
}

function Step({ templateId, state, isChosen, says, amount, share }: StepProps) {
  return (
    <Link to="/templates/$id/invitations" params={{ id: templateId }} search={state === undefined ? {} : { state }} className={styles.step} data-chosen={isChosen} resetScroll={false}>
      {isChosen && <span className="visually-hidden">Shown now: </span>}
      <span>{says}</span>{' '}
      <span className={styles.amount}>{amount.toLocaleString('en-GB')}</span>
      <span className={styles.bar} aria-hidden style={{ width: `${Math.round(share * 100)}%` }} />
    </Link>
  );
}
