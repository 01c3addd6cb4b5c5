import { z } from 'zod';
import { type DataRequest, requestKinds } from './request.repository.js';

const moment = z.string().meta({ format: 'date-time' });
const text = (ask: string) => z.string().trim().min(1, ask).max(5000, 'Use at most 5,000 characters.').refine((value) => !value.includes('\0'), 'Remove the character that cannot be stored.');
const body = text('Say what it is about.');

/** A copy and the deletion need nobody's answer here, so they are not asked for. */
export const requestBody = z.strictObject({ kind: z.enum(['correction', 'objection', 'grievance'], 'Choose what it is.'), body });
/**
 * What an operator writes down of a letter or a mail: whose it is by id or by address, when that is known, and the day it came,
 * which is today unless it says otherwise.
 */
export const intakeBody = z.strictObject({
  accountId: z.uuid('Enter a whole id, like 0193c2f0-8a3e-7c41-9d25-3f6a1b2c4d5e.').optional(), email: z.email('Enter a whole address, like name@example.com.').max(254).optional(),
  kind: z.enum(requestKinds, 'Choose what it is.'), body, receivedOn: z.iso.date('Enter a day.').optional(),
});
export const answerBody = z.strictObject({ outcome: z.enum(['done', 'refused'], 'Say whether it was done.'), answer: text('Write an answer.') });
/** Why the account is deleted: what makes it certain that its owner asked. It is the answer they read. */
export const deletionBody = z.strictObject({ reason: text('Say why.') });
/** `after` is the `next` of the page before. */
export const requestsQuery = z.object({ state: z.enum(['open', 'answered']).default('open'), after: z.uuid().optional() });

const request = z.object({
  id: z.uuid(), kind: z.enum(requestKinds), cameBy: z.enum(['here', 'mail']), body: z.string().nullable(), askedAt: moment, dueAt: moment, isOverdue: z.boolean(),
  outcome: z.enum(['done', 'refused']).nullable(), answer: z.string().nullable(), answeredAt: moment.nullable(),
});
const requestForOperator = request.extend({ accountId: z.uuid().nullable(), accountGoneAt: moment.nullable() });

export const dataRequestView = request.meta({ id: 'DataRequest' });
export const dataRequestsView = z.object({ requests: z.array(request) }).meta({ id: 'DataRequests' });
/** `told`: whether the person was mailed. If not, it is for whoever answers to write to them. */
export const operatorRequestView = requestForOperator.extend({ told: z.boolean() }).meta({ id: 'OperatorDataRequest' });
export const operatorRequestsView = z.object({ requests: z.array(requestForOperator), next: z.uuid().nullable() }).meta({ id: 'OperatorDataRequests' });

export type RequestBody = z.infer<typeof requestBody>;
export type IntakeBody = z.infer<typeof intakeBody>;
export type RequestsQuery = z.infer<typeof requestsQuery>;
export type AnswerBody = z.infer<typeof answerBody>;
export type DataRequestView = z.infer<typeof dataRequestView>;
export type DataRequestsView = z.infer<typeof dataRequestsView>;
export type OperatorRequestView = z.infer<typeof operatorRequestView>;
export type OperatorRequestsView = z.infer<typeof operatorRequestsView>;

export const asRequest = (found: DataRequest): OperatorRequestsView['requests'][number] => ({
  ...found, accountGoneAt: found.accountGoneAt?.toISOString() ?? null, askedAt: found.askedAt.toISOString(), dueAt: found.dueAt.toISOString(), answeredAt: found.answeredAt?.toISOString() ?? null,
});
