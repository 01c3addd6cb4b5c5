import { z } from 'zod';
import { purposesOfInvitation } from '../../platform/policy/index.js';
import { type WhyPeople } from '../templates/ai-offered.js';
import { type ListedAddress, listFaults } from './batches/address-list.js';
import { type Batch } from './batches/batch.repository.js';
import { invitationRefusals, invitationStates, judges, movesOfRecruiter } from './invitation.js';
import { endings } from './received/received-invitations.repository.js';
import { type ShownInvitation } from './sent/sent-invitations.js';

const MOST_CHARACTERS = 1_000_000;
const MESSAGE_CHARACTERS = 1000;

const moment = z.string().meta({ format: 'date-time' });
const noNul = (text: string): boolean => !text.includes('\0');
const message = z.string().trim().max(MESSAGE_CHARACTERS, 'Use at most 1,000 characters.').refine(noNul, 'Remove the character that cannot be stored (NUL).');

/** One address, a pasted list (one address in a line, `Name <a@b.c>` too), or the text of a CSV file. */
const list = z.string().min(1, 'Enter an address, or paste a list.').max(MOST_CHARACTERS, 'This list is too long.').refine(noNul, 'Remove the character that cannot be read (NUL).');

export const listBody = z.strictObject({ list });
/** The same `eventId` sent twice sends nothing twice. */
export const batchBody = z.strictObject({ eventId: z.uuid(), list, message: message.nullable().default(null) });
export const mailBody = z.strictObject({ name: z.string().max(200).nullable().default(null), message: message.nullable().default(null) });
export const invitationsQuery = z.object({ state: z.enum(invitationStates).optional(), after: z.uuid().optional() });
export const extensionBody = z.strictObject({ deadlineAt: z.iso.datetime({ offset: true, error: 'Choose a day and a time.' }) });
export const addressBody = z.strictObject({ email: z.email('Enter an e-mail address like name@example.com.').max(254) });

export const tokenBody = z.strictObject({ token: z.string() });
export const linkRefusalBody = z.strictObject({ token: z.string(), reason: z.enum(invitationRefusals).nullable().default(null), neverAgain: z.boolean().default(false) });
export const refusalBody = z.strictObject({ reason: z.enum(invitationRefusals).nullable().default(null), neverAgain: z.boolean().default(false) });
/** `aiProcessing`: whether the providers that the person allowed may take part; what is built in serves otherwise. */
export const startBody = z.strictObject({ judgedBy: z.enum(judges), aiProcessing: z.boolean() });

/** Why a line cannot be sent to; null when it can. Lines count from 1. */
const checkedLine = z.object({ line: z.number().int(), email: z.string().nullable(), name: z.string().nullable(), fault: z.enum(listFaults).nullable() });
/** `left`: how many the organisation can invite with what it has. */
export const listCheckView = z.object({ lines: z.array(checkedLine), fit: z.number().int(), unfit: z.number().int(), left: z.number().int() }).meta({ id: 'InvitationListCheck' });

/** `passedOver`: those that no longer fitted when their turn came. The batch is through when `finishedAt` is set. */
export const batchView = z
  .object({ id: z.uuid(), templateId: z.uuid(), jobTitle: z.string(), lines: z.number().int(), sent: z.number().int(), passedOver: z.number().int(), madeAt: moment, finishedAt: moment.nullable() })
  .meta({ id: 'InvitationBatch' });

/** An invitation as the organisation tracks it: how far it is, and nothing of what was answered. */
const trackedInvitation = z.object({
  id: z.uuid(),
  templateId: z.uuid(),
  versionId: z.uuid(),
  jobTitle: z.string(),
  clientName: z.string().nullable(),
  /** Null once the person is gone. */
  email: z.string().nullable(),
  name: z.string().nullable(),
  state: z.enum(invitationStates),
  refusal: z.enum(invitationRefusals).nullable(),
  sentByYou: z.boolean(),
  batchId: z.uuid().nullable(),
  invitedAt: moment,
  openedAt: moment.nullable(),
  startedAt: moment.nullable(),
  completedAt: moment.nullable(),
  endedAt: moment.nullable(),
  deadlineAt: moment,
  remindedAt: moment.nullable(),
  questionCount: z.number().int(),
  answeredCount: z.number().int(),
  judgedBy: z.enum(judges).nullable(),
  scoredAt: moment.nullable(),
  /** Until when the organisation can read the interview; null when it cannot. */
  readableUntil: moment.nullable(),
  can: z.object({ resend: z.boolean(), extend: z.boolean(), revoke: z.boolean(), reset: z.boolean() }),
});
export const trackedInvitationView = trackedInvitation.meta({ id: 'TrackedInvitation' });
export const trackedInvitationsView = z
  .object({ invitations: z.array(trackedInvitationView), next: z.uuid().nullable(), counts: z.record(z.enum(invitationStates), z.number().int()) })
  .meta({ id: 'TrackedInvitations' });

export const mailView = z.object({ subject: z.string(), text: z.string() }).meta({ id: 'InvitationMail' });

/** Why no program judges it. */
const whyPeople = ['people_only', 'no_audit_of_this_year', 'notice_not_over'] as const satisfies readonly WhyPeople[];

/** What somebody is invited to, and what happens to what they say there. */
const offer = {
  organisation: z.object({ name: z.string(), domain: z.string(), isDomainVerified: z.boolean(), kind: z.enum(['employer', 'agency']) }),
  /** For whom an agency asks. */
  client: z.string().nullable(),
  jobTitle: z.string(),
  jobDescription: z.string().nullable(),
  personalMessage: z.string().nullable(),
  questionCount: z.number().int(),
  /** About how long it takes. */
  minutes: z.number().int(),
  answerKinds: z.array(z.enum(['text', 'audio', 'video'])),
  retakes: z.number().int(),
  recordingOffered: z.boolean(),
  deadlineAt: moment,
  /** How long the organisation can read it, in words. */
  keptFor: z.string(),
  /** Who sees it, in words. */
  seenBy: z.string(),
  /** Days after which the candidate reads their own report; 0 for at once. */
  copyDelayDays: z.number().int(),
  /** The public page that says how AI is used in it. */
  aiNotice: z.uuid(),
  /** Whether AI may judge it now, and if not, from when (null: never) and why. */
  ai: z.object({ offered: z.boolean(), from: moment.nullable(), why: z.enum(whyPeople).nullable() }),
  state: z.enum(invitationStates),
  name: z.string().nullable(),
};

/** What the link shows before somebody signs in. */
export const linkedInvitationView = z.object({ ...offer, email: z.string(), isAccepted: z.boolean() }).meta({ id: 'LinkedInvitation' });

export const ownInvitationView = z
  .object({
    ...offer,
    id: z.uuid(),
    invitedAt: moment,
    acceptedAt: moment.nullable(),
    interviewId: z.uuid().nullable(),
    judgedBy: z.enum(judges).nullable(),
    startedAt: moment.nullable(),
    submittedAt: moment.nullable(),
    scoredAt: moment.nullable(),
    endedAt: moment.nullable(),
    /** Why what was allowed for it ended: `invalidated` is a notice that was changed. Null for what is not withdrawn. */
    endedBecause: z.enum(endings).nullable(),
    /** Until when it can be allowed anew, because a changed notice ended it; null for every other one. */
    mayAllowUntil: moment.nullable(),
    /** When the candidate's own report opens; null when nothing was handed in. */
    reportFrom: moment.nullable(),
    /** Until when the organisation can read it; null when it cannot. */
    sharedUntil: moment.nullable(),
    decidedAt: moment.nullable(),
    /** What can be allowed for it, with its id as the scope. */
    consents: z.array(z.enum(purposesOfInvitation)),
  })
  .meta({ id: 'OwnInvitation' });
export const ownInvitationsView = z.object({ invitations: z.array(ownInvitationView) }).meta({ id: 'OwnInvitations' });
export const acceptedView = z.object({ id: z.uuid() }).meta({ id: 'AcceptedInvitation' });
export const startedView = z.object({ interviewId: z.uuid() }).meta({ id: 'StartedInvitation' });

export type BatchBody = z.infer<typeof batchBody>;
export type MailBody = z.infer<typeof mailBody>;
export type InvitationsQuery = z.infer<typeof invitationsQuery>;
export type RefusalBody = z.infer<typeof refusalBody>;
export type LinkRefusalBody = z.infer<typeof linkRefusalBody>;
export type StartBody = z.infer<typeof startBody>;
export type ListCheckView = z.infer<typeof listCheckView>;
export type BatchView = z.infer<typeof batchView>;
export type TrackedInvitationView = z.infer<typeof trackedInvitationView>;
export type TrackedInvitationsView = z.infer<typeof trackedInvitationsView>;
export type LinkedInvitationView = z.infer<typeof linkedInvitationView>;
export type OwnInvitationView = z.infer<typeof ownInvitationView>;

export function asListCheck({ people, left }: { people: readonly ListedAddress[]; left: number }): ListCheckView {
  const fit = people.filter(({ fault }) => fault === null).length;
  return { lines: people.map((person) => ({ ...person })), fit, unfit: people.length - fit, left };
}

export function asBatch({ madeAt, finishedAt, ...batch }: Batch): BatchView {
  return { ...batch, madeAt: madeAt.toISOString(), finishedAt: at(finishedAt) };
}

export function asTracked({ invitation, answeredCount }: ShownInvitation, actorId: string): TrackedInvitationView {
  const { senderId, invitedAt, openedAt, startedAt, completedAt, endedAt, deadlineAt, remindedAt, scoredAt, readableUntil } = invitation;
  return {
    ...invitation, answeredCount, sentByYou: senderId === actorId, can: movesOfRecruiter(invitation),
    invitedAt: invitedAt.toISOString(), openedAt: at(openedAt), startedAt: at(startedAt), completedAt: at(completedAt), endedAt: at(endedAt), deadlineAt: deadlineAt.toISOString(),
    remindedAt: at(remindedAt), scoredAt: at(scoredAt), readableUntil: at(readableUntil),
  };
}

export const asCounts = (counts: Partial<TrackedInvitationsView['counts']>): TrackedInvitationsView['counts'] =>
  Object.fromEntries(invitationStates.map((state) => [state, counts[state] ?? 0])) as TrackedInvitationsView['counts'];

const at = (moment: Date | null): string | null => moment?.toISOString() ?? null;
