import { z } from 'zod';
import { Period } from '../../kernel/index.js';

const period = z.string().transform((iso, ctx) => {
  try {
    return Period.parse(iso);
  } catch {
    ctx.addIssue({ code: 'custom', message: 'must be an ISO 8601 duration such as P90D or P6M' });
    return z.NEVER;
  }
});

const count = z.number().int().positive();

/** The classes every policy must decide on; each table of the database names one of them. */
export const retentionClasses = [
  'account', 'deletedAccount', 'unverifiedAccount', 'signInSession', 'resumeFile', 'keptResume', 'resumeFacts', 'assessments', 'interviewResults',
  'mailBody', 'developmentInbox', 'rateLimit', 'usageLog', 'register', 'operational',
] as const;

export type RetentionClass = (typeof retentionClasses)[number];

const kept = <Keep extends z.ZodType>(keep: Keep) => z.strictObject({ says: z.string().min(1), keep, from: z.string().min(1) });
const forAPeriod = kept(period);
const untilDeleted = kept(z.literal('until deleted'));
/** The log of what was done must outlast the questions people ask about it; its table refuses to forget earlier. */
const atLeast90Days = kept(period.refine(({ days, months }) => days + months * 28 >= 90, 'must be 90 days or more'));

/** How long each class is kept, in the only forms that the machine carries out: a policy cannot promise what nothing does. */
const retention = z.strictObject({
  account: untilDeleted,
  deletedAccount: forAPeriod,
  unverifiedAccount: forAPeriod,
  signInSession: forAPeriod,
  resumeFile: kept(z.literal('not at all')),
  keptResume: forAPeriod,
  resumeFacts: untilDeleted,
  assessments: forAPeriod,
  interviewResults: forAPeriod,
  mailBody: forAPeriod,
  developmentInbox: forAPeriod,
  rateLimit: forAPeriod,
  usageLog: forAPeriod,
  register: atLeast90Days,
  operational: forAPeriod,
} satisfies Record<RetentionClass, z.ZodType>);

/** Somebody outside who is given personal data, and only for what is written here. */
const processor = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  purpose: z.string().min(1),
  data: z.string().min(1),
  region: z.string().min(1),
  policyUrl: z.url({ protocol: /^https$/ }),
});

const eachOnce = (list: readonly { id: string }[]): boolean => new Set(list.map(({ id }) => id)).size === list.length;

/** The operator's policy: what is published and what runs. Unknown keys are refused, so that a typo cannot silently do nothing. */
export const policySchema = z.strictObject({
  name: z.string().min(1),
  version: z.iso.date(),
  operator: z.strictObject({ name: z.string().min(1), privacyContact: z.email(), address: z.string().min(1) }),
  ages: z.strictObject({ account: z.number().int().min(13).max(21), adult: z.number().int().min(18).max(21) }),
  retention,
  /** When a sign-in ends on the server. The absolute end of one that was asked to stay is `retention.signInSession`. */
  sessions: z.strictObject({
    untilBrowserCloses: z.strictObject({ idle: period, absolute: period }),
    staying: z.strictObject({ idle: period }),
    /** As long as a sign-in is this young, nobody is asked again who they are. */
    freshFor: period,
    /** How long the second step of a sign-in may take. */
    secondStep: period,
    apiToken: period,
  }),
  /** How long a mailed link works. */
  links: z.strictObject({ signIn: period, reset: period, verification: period, emailChange: period }),
  secondFactor: z.strictObject({ requiredFor: z.array(z.enum(['candidate', 'recruiter', 'interviewer', 'operator'])) }),
  limits: z.strictObject({
    resume: z.strictObject({ bytes: count, pages: count, characters: count, seconds: count, memoryMb: count, unpackedBytes: count, entries: count }),
    answer: z.strictObject({ characters: count }),
    jobDescription: z.strictObject({ characters: count.max(20_000) }),
    interview: z.strictObject({ minQuestions: count, maxQuestions: count }),
    rates: z.strictObject({
      signUpPerHourAndAddress: count,
      /** From one network. */
      signInPer15MinutesAndAccount: count,
      signInFromEverywherePer15MinutesAndAccount: count,
      /** Tries to get in and mails asked for, whatever the account. */
      signInAttemptsPer15MinutesAndNetwork: count,
      verificationMailsPerHour: count,
      signInLinksPerHour: count,
      resetsPerHour: count,
      codesPer15MinutesAndAccount: count,
      codesPerDayAndAccount: count,
      emailChangesPerDay: count,
      resumesPerHour: count,
      assessmentsPerHour: count,
      interviewsPerDay: count,
      /** Hints and feedback together. */
      coachPerHour: count,
      /** PDFs of assessments and reports together. */
      papersPerHour: count,
    }),
  }),
  /** What its owner may keep beyond its period, until they delete it. */
  pins: z.strictObject({ interviewResults: z.boolean() }),
  processors: z.array(processor).refine(eachOnce, 'names a processor twice'),
  certificate: z.strictObject({ scoreAbove: z.string().regex(/^\d+(\.\d+)?$/) }),
});

export type PolicyValues = z.infer<typeof policySchema>;
