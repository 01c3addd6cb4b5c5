export const outcomes = ['advance', 'reject'] as const;
export type Outcome = (typeof outcomes)[number];

/** Shorter says nothing that somebody could answer. */
export const SHORTEST_REASON = 20;
export const LONGEST_REASON = 2_000;

/** Whether somebody goes on, as a person of the organisation decided. */
export interface Decision {
  readonly id: string;
  readonly invitationId: string;
  readonly outcome: Outcome;
  readonly reason: string;
  /** An account; a random id once it is erased. */
  readonly decidedBy: string;
  readonly decidedAt: Date;
  /** The appeal it answers; null for the first decision and for one that was changed without being asked. */
  readonly appealId: string | null;
  readonly byTheSame: boolean;
}

/** Somebody asks for another look at a decision. */
export interface Appeal {
  readonly id: string;
  readonly decisionId: string;
  readonly said: string;
  readonly madeAt: Date;
  readonly dueAt: Date;
  readonly isOverdue: boolean;
}

/** Everything that was decided about one interview, the newest first. */
export interface DecisionHistory {
  readonly decisions: readonly Decision[];
  readonly appeals: readonly Appeal[];
}

const appealOf = ({ appeals }: DecisionHistory, decision: Decision): Appeal | null => appeals.find(({ decisionId }) => decisionId === decision.id) ?? null;

/** Each decision beside the appeal against it. */
export const withAppeals = (history: DecisionHistory): { decision: Decision; appeal: Appeal | null }[] =>
  history.decisions.map((decision) => ({ decision, appeal: appealOf(history, decision) }));

/** The appeal that nobody has answered yet. */
export function openAppeal({ decisions, appeals }: DecisionHistory): Appeal | null {
  return appeals.find(({ id }) => !decisions.some(({ appealId }) => appealId === id)) ?? null;
}

/** Once against each decision that is against somebody, while it is the one that counts; the answer to an appeal is the last word. */
export function mayBeAppealed(history: DecisionHistory): boolean {
  const [now] = history.decisions;
  return now !== undefined && now.outcome === 'reject' && now.appealId === null && appealOf(history, now) === null;
}
