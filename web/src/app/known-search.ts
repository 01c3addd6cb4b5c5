import { type SentRequest, type ShortlistEntry } from '../api/generated/index.js';
import { type InvitationState } from '../api/invitation-queries.js';
import { type CompareAsk, type Recommendation } from '../api/reviewed-queries.js';

export type ShortlistStage = ShortlistEntry['stage'];
export type RequestState = SentRequest['state'];

/** Words that an address may hold: checked here, so that no page has to be loaded for it. */
export const shortlistStages = ['new', 'contacted', 'talking', 'offer', 'hired', 'declined'] as const satisfies readonly ShortlistStage[];
export const requestStates = ['open', 'accepted', 'declined', 'expired', 'ended', 'taken_back', 'withdrawn'] as const satisfies readonly RequestState[];
export const invitationStates = ['invited', 'opened', 'in_progress', 'complete', 'expired', 'revoked', 'declined', 'withdrawn'] as const satisfies readonly InvitationState[];

/** Which candidates are compared, and in what order. */
const recommendations = ['definitely_not', 'no', 'yes', 'strong_yes', 'no_decision'] as const satisfies readonly Recommendation[];
const compareSorts = ['score', 'people', 'submitted', 'name'] as const;
const decisionStates = ['open', 'advance', 'reject'] as const;

export const isOneOf = <Word extends string>(words: readonly Word[], value: unknown): value is Word => words.some((word) => word === value);

/** What an address says of a comparison, as far as it makes sense. */
export function onlyCompareAsk({ state, recommendation, leastScore, decision, sort }: Record<string, unknown>): CompareAsk {
  return {
    ...(state === 'unrated' || state === 'rated' ? { state } : {}),
    ...(isOneOf(recommendations, recommendation) ? { recommendation } : {}),
    ...(typeof leastScore === 'number' && leastScore >= 0 && leastScore <= 10 ? { leastScore } : {}),
    ...(isOneOf(decisionStates, decision) ? { decision } : {}),
    ...(isOneOf(compareSorts, sort) ? { sort } : {}),
  };
}

const figuresDays = [7, 30, 90, 365] as const;

/** Of which invitations the figures are. */
export const onlyFigures = ({ template, days }: Record<string, unknown>): { template?: string; days?: (typeof figuresDays)[number] } => {
  const span = figuresDays.find((one) => one === days);
  return { ...(typeof template === 'string' ? { template } : {}), ...(span === undefined ? {} : { days: span }) };
};

/** Of how many days counts of use are shown: a month, unless the address says otherwise. */
export const onlyUsage = ({ days }: Record<string, unknown>): { days?: 90 } => (days === 90 ? { days } : {});

export const onlyYear = ({ year }: Record<string, unknown>): { year?: number } => (typeof year === 'number' && Number.isInteger(year) && year >= 2020 && year <= 2200 ? { year } : {});

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Which part of the payment desk, and what is looked at there. */
export const onlyPaymentDesk = ({ view, find, from, to, quarantine }: Record<string, unknown>): { view?: 'find' | 'days' | 'gifts'; find?: string; from?: string; to?: string; quarantine?: 'resolved' } => ({
  ...(view === 'find' || view === 'days' || view === 'gifts' ? { view } : {}), ...(typeof find === 'string' || typeof find === 'number' ? { find: String(find) } : {}),
  ...(typeof from === 'string' && DATE.test(from) ? { from } : {}), ...(typeof to === 'string' && DATE.test(to) ? { to } : {}), ...(quarantine === 'resolved' ? { quarantine } : {}),
});

/** The two versions of a notice that are compared. */
export const onlyVersions = ({ from, to }: Record<string, unknown>): { from?: string; to?: string } => ({
  ...(typeof from === 'string' ? { from } : {}), ...(typeof to === 'string' ? { to } : {}),
});
