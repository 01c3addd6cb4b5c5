import { z } from 'zod';
import { type DataRequest, identities, requestKinds, type RequestMessage } from './request.repository.js';

const moment = z.string().meta({ format: 'date-time' });
const text = (ask: string, most = 5000) => z.string().trim().min(1, ask).max(most, `Use at most ${most.toLocaleString('en')} characters.`).refine((value) => !value.includes('\0'), 'Remove the character that cannot be stored.');
/** A law by its id in the policy. */
const jurisdiction = z.string().max(40);
const body = text('Say what it is about.');

/** A copy and the deletion need nobody's answer here, so they are not asked for. */
export const requestBody = z.strictObject({ kind: z.enum(['correction', 'objection', 'grievance'], 'Choose what it is.'), body, jurisdiction: jurisdiction.optional() });
/** Something more that is said about one. */
export const messageBody = z.strictObject({ body: text('Write something.') });
export const extensionBody = z.strictObject({ because: text('Say why.', 2000) });
export const confirmationBody = z.strictObject({ token: z.string().min(1).max(100) });
/**
 * What an operator writes down of a letter or a mail: whose it is by id or by address, when that is known, and the day it came,
 * which is today unless it says otherwise.
 */
export const intakeBody = z.strictObject({
  accountId: z.uuid('Enter a whole id, like 0193c2f0-8a3e-7c41-9d25-3f6a1b2c4d5e.').optional(), email: z.email('Enter a whole address, like name@example.com.').max(254).optional(),
  kind: z.enum(requestKinds, 'Choose what it is.'), body, jurisdiction: jurisdiction.optional(), receivedOn: z.iso.date('Enter a day.').optional(),
});
export const answerBody = z.strictObject({ outcome: z.enum(['done', 'refused'], 'Say whether it was done.'), answer: text('Write an answer.') });
/** Why the account is deleted: what makes it certain that its owner asked. It is the answer they read. */
export const deletionBody = z.strictObject({ reason: text('Say why.') });
/** `after` is the `next` of the page before. */
export const requestsQuery = z.object({ state: z.enum(['open', 'answered']).default('open'), after: z.uuid().optional() });

const request = z.object({
  id: z.uuid(), number: z.string(), kind: z.enum(requestKinds), cameBy: z.enum(['here', 'mail']), body: z.string().nullable(), askedAt: moment, dueAt: moment, isOverdue: z.boolean(),
  jurisdiction: z.string().nullable(), acknowledgeBy: moment.nullable(), acknowledgedAt: moment.nullable(), identity: z.enum(identities),
  extendedAt: moment.nullable(), extendedBecause: z.string().nullable(), reopenedAt: moment.nullable(),
  messages: z.array(z.object({ by: z.enum(['person', 'operator']), body: z.string(), writtenAt: moment })),
  outcome: z.enum(['done', 'refused']).nullable(), answer: z.string().nullable(), answeredAt: moment.nullable(),
});
const requestForOperator = request.extend({ accountId: z.uuid().nullable(), accountGoneAt: moment.nullable(), isReceiptOverdue: z.boolean() });

export const dataRequestView = request.meta({ id: 'DataRequest' });
export const dataRequestsView = z.object({ requests: z.array(request) }).meta({ id: 'DataRequests' });
/** `told`: whether the person was mailed. If not, it is for whoever answers to write to them. */
export const operatorRequestView = requestForOperator.extend({ told: z.boolean() }).meta({ id: 'OperatorDataRequest' });
export const operatorRequestsView = z.object({ requests: z.array(requestForOperator), next: z.uuid().nullable() }).meta({ id: 'OperatorDataRequests' });

/** `told`: whether the person was mailed. */
export const toldView = z.object({ told: z.boolean() }).meta({ id: 'Told' });

export type ToldView = z.infer<typeof toldView>;
export type MessageBody = z.infer<typeof messageBody>;
export type RequestBody = z.infer<typeof requestBody>;
export type IntakeBody = z.infer<typeof intakeBody>;
export type RequestsQuery = z.infer<typeof requestsQuery>;
export type AnswerBody = z.infer<typeof answerBody>;
export type DataRequestView = z.infer<typeof dataRequestView>;
export type DataRequestsView = z.infer<typeof dataRequestsView>;
export type OperatorRequestView = z.infer<typeof operatorRequestView>;
export type OperatorRequestsView = z.infer<typeof operatorRequestsView>;

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export const asRequest = (found: DataRequest, messages: readonly RequestMessage[] = []): OperatorRequestsView['requests'][number] => ({
  ...found, accountGoneAt: iso(found.accountGoneAt), askedAt: found.askedAt.toISOString(), dueAt: found.dueAt.toISOString(), answeredAt: iso(found.answeredAt),
  acknowledgeBy: iso(found.acknowledgeBy), acknowledgedAt: iso(found.acknowledgedAt), extendedAt: iso(found.extendedAt), reopenedAt: iso(found.reopenedAt),
  messages: messages.map(({ by, body: said, writtenAt }) => ({ by, body: said, writtenAt: writtenAt.toISOString() })),
});
