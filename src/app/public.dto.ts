import { z } from 'zod';
import { aiRoles } from '../platform/config/index.js';

const reachable = z.object({ name: z.string(), contact: z.string() });

export const policyView = z
  .object({
    name: z.string(),
    version: z.string(),
    /** False as long as the operator has not written who they are: this copy is a trial. */
    isSetUp: z.boolean(),
    operator: z.object({ name: z.string(), privacyContact: z.string(), address: z.string(), jurisdiction: z.string(), fiduciary: reachable, grievanceOfficer: reachable }),
    /** What was changed in the policy, the newest first. */
    changes: z.array(z.object({ version: z.string(), says: z.string() })),
    /** What personal data is used for without asking, and on what ground. */
    uses: z.array(z.object({ purpose: z.enum(['provide', 'personalise', 'pay', 'notify', 'analyse', 'secure']), data: z.string(), why: z.string(), basis: z.string() })),
    sale: z.literal('never'),
    /** How soon requests about personal data are answered: "30 days". */
    answerWithin: z.string(),
    /** Whose law people can call upon, and what it asks of whoever runs this place; periods in words. */
    jurisdictions: z.array(z.object({
      id: z.string(), name: z.string(), law: z.string(), answerWithin: z.string(), mayExtendBy: z.string().nullable(), acknowledgeWithinWorkingDays: z.number().int().nullable(),
      representative: z.object({ name: z.string(), contact: z.string() }).nullable(), authority: z.object({ name: z.string(), url: z.url() }),
    })),
    /** Every cookie that is ever set here, by its name in the browser. */
    cookies: z.array(z.object({ name: z.string(), says: z.string(), lasts: z.string() })),
    ages: z.object({ account: z.number().int(), adult: z.number().int() }),
    retention: z.array(z.object({ id: z.string(), says: z.string(), keep: z.string(), from: z.string() })),
    limits: z.object({
      resumeBytes: z.number().int(), resumePages: z.number().int(), answerCharacters: z.number().int(), minQuestions: z.number().int(), maxQuestions: z.number().int(),
      /** People in one list of those who are invited to an interview. */
      invitationLines: z.number().int(),
      /** Of one spoken answer, of one piece it is sent in, and of all that one account keeps at a time. */
      recording: z.object({ bytes: z.number().int(), seconds: z.number().int(), chunkBytes: z.number().int(), accountBytes: z.number().int() }),
      /** How often a question can be spoken again after the first time, by mode. */
      retakes: z.object({ coach: z.number().int(), live: z.number().int() }),
    }),
    certificateAbove: z.string(),
    /** What its owner may keep beyond its period, until they delete it. */
    pins: z.object({ interviewResults: z.boolean() }),
    /**
     * The AI providers that may be asked here, in the operator's order, and at what; none when what is built in serves
     * alone. `id` is the scope of a consent to `ai_processing`: what is allowed to one is not allowed to another.
     */
    ai: z.array(z.object({ id: z.string(), name: z.string(), roles: z.array(z.enum(aiRoles)) })),
    /** Who outside may be given personal data; `inUse` when it is configured here. */
    processors: z.array(z.object({ id: z.string(), kind: z.enum(['ai', 'gateway', 'mail', 'storage', 'signIn', 'hosting']), name: z.string(), purpose: z.string(), data: z.string(), region: z.string(), policyUrl: z.url(), inUse: z.boolean() })),
    /** How people sign in here, who else may say who somebody is, and how long mailed links and fresh sign-ins last. */
    signIn: z.object({ ways: z.array(z.enum(['password', 'link', 'google', 'linkedin', 'oidc'])), providers: z.array(z.object({ id: z.string(), name: z.string() })), linkMinutes: z.number().int(), freshMinutes: z.number().int() }),
    /** Where the built-in inbox is, in development; null when mails really leave. */
    inboxPath: z.string().nullable(),
  })
  .meta({ id: 'PublishedPolicy' });

const mailLine = z.object({ id: z.uuid(), to: z.string(), subject: z.string(), receivedAt: z.string().meta({ format: 'date-time' }) });

export const inboxView = z.object({ mails: z.array(mailLine) }).meta({ id: 'Inbox' });
export const inboxMailView = mailLine.extend({ text: z.string(), links: z.array(z.string()) }).meta({ id: 'InboxMail' });

export const promisesView = z
  .object({ promises: z.array(z.object({ id: z.string(), promise: z.string(), kept: z.string(), provedBy: z.string().nullable() })) })
  .meta({ id: 'Promises' });

export const healthView = z.object({ status: z.enum(['ok', 'unavailable']) }).meta({ id: 'Health' });

export type PolicyView = z.infer<typeof policyView>;
export type InboxView = z.infer<typeof inboxView>;
export type InboxMailView = z.infer<typeof inboxMailView>;
export type PromisesView = z.infer<typeof promisesView>;
export type HealthView = z.infer<typeof healthView>;
