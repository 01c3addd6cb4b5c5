import { z } from 'zod';
import { Period } from '../../kernel/index.js';
import { logsSchema } from './logs.schema.js';
import { period } from './period.schema.js';
import { hostPattern, processor } from './processors.schema.js';
import { namedPurposes, type Purpose } from './purposes.js';
import { reachable, rightsSchema } from './rights.schema.js';
import { soldSchema } from './sold.schema.js';

const count = z.number().int().positive();

/** The classes every policy must decide on; each table of the database names one of them. */
export const retentionClasses = [
  'account', 'deletedAccount', 'unverifiedAccount', 'signInSession', 'resumeFile', 'keptResume', 'resumeFacts', 'candidateProfile', 'assessments', 'interviewResults', 'practiceAudio', 'answerVideos', 'sessionRecordings', 'questionVoices',
  'notes', 'news', 'organisation', 'decidedAgainst', 'colleagueInvitation', 'savedSearches', 'shortlists', 'suggestedWords', 'contactRequests', 'invitations', 'invitedResults', 'judgements', 'clientLinks', 'surveyAnswers', 'surveyTallies', 'copies', 'deletionRequests', 'certificates', 'certificateRegister', 'shownOutlines', 'paymentRecords', 'allowances', 'billingDetails', 'dataExport', 'dataRequests', 'privacyChoices', 'mailBody', 'developmentInbox', 'rateLimit', 'usageLog', 'usageCounters', 'aiRuns', 'register', 'operational', 'backups',
] as const;

export type RetentionClass = (typeof retentionClasses)[number];

const kept = <Keep extends z.ZodType>(keep: Keep) => z.strictObject({ says: z.string().min(1), keep, from: z.string().min(1) });
const forAPeriod = kept(period);
const untilDeleted = kept(z.literal('until deleted'));
const forAPeriodOrUntilDeleted = kept(z.union([z.literal('until deleted'), period]));
/** With `not at all` nobody is asked whether it may be kept, and nothing of it is ever stored. */
const forAPeriodOrNotAtAll = kept(z.union([z.literal('not at all'), period]));
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
  candidateProfile: untilDeleted,
  assessments: forAPeriodOrUntilDeleted,
  interviewResults: forAPeriodOrUntilDeleted,
  practiceAudio: forAPeriodOrNotAtAll,
  answerVideos: forAPeriodOrNotAtAll,
  sessionRecordings: forAPeriod,
  questionVoices: forAPeriod,
  notes: forAPeriod,
  news: forAPeriod,
  organisation: untilDeleted,
  decidedAgainst: untilDeleted,
  colleagueInvitation: forAPeriod,
  savedSearches: untilDeleted,
  shortlists: untilDeleted,
  suggestedWords: forAPeriod,
  contactRequests: forAPeriod,
  invitations: forAPeriod,
  invitedResults: forAPeriod,
  judgements: forAPeriod,
  clientLinks: forAPeriod,
  surveyAnswers: forAPeriod,
  surveyTallies: forAPeriod,
  copies: forAPeriod,
  deletionRequests: forAPeriod,
  certificates: forAPeriod,
  certificateRegister: untilDeleted,
  shownOutlines: untilDeleted,
  paymentRecords: forAPeriod,
  allowances: forAPeriod,
  billingDetails: untilDeleted,
  dataExport: forAPeriod,
  dataRequests: forAPeriod,
  privacyChoices: untilDeleted,
  mailBody: forAPeriod,
  developmentInbox: forAPeriod,
  rateLimit: forAPeriod,
  usageLog: forAPeriod,
  usageCounters: forAPeriod,
  aiRuns: forAPeriod,
  register: atLeast90Days,
  operational: forAPeriod,
  backups: forAPeriod,
} satisfies Record<RetentionClass, z.ZodType>);

const consentTexts = { title: z.string().min(1).max(120), says: z.string().min(1), control: z.string().min(1) };

/** What people are asked to allow. `says` may hold values of this policy in braces, such as `{ages.adult}`. */
const purpose = z.strictObject({
  ...consentTexts,
  /** Wording of other languages, by BCP 47 tag. */
  locales: z.record(z.string(), z.strictObject(consentTexts)).default({}),
  /** Goes up whenever a word of it changes. */
  version: count,
  /** Whether this version changes so much that everybody is asked again. */
  material: z.boolean(),
  /** What may be shown, each of them a choice, except for the least there can be. */
  fields: z.array(z.string().regex(/^[a-z]+$/)).default([]),
  atLeast: z.array(z.string()).default([]),
  /** How long it lasts; without one, until it is taken back. */
  expires: period.optional(),
  /** After the vocabulary `eu-gdpr` of the W3C: `A6-1-a` is consent. */
  legalBasis: z.string().regex(/^eu-gdpr:A[\w-]+$/),
}).refine(({ fields, atLeast }) => atLeast.every((field) => fields.includes(field)), 'asks for a field that it does not list');

const purposesOfToday = z.strictObject({
  ai_processing: purpose,
  resume_keeping: purpose,
  recording: purpose,
  audio_replay: purpose,
  discovery: purpose,
  discovery_contact: purpose,
  invited_result: purpose,
  client_sharing: purpose,
  demographic_survey: purpose,
  public_certificate: purpose,
  certificate_clip: purpose,
  marketing_email: purpose,
  analytics: purpose,
} satisfies Record<Purpose, z.ZodType>);

export const signInWays = ['password', 'link', 'google', 'linkedin', 'oidc'] as const;

export type SignInWay = (typeof signInWays)[number];

const eachOnce = (list: readonly { id: string }[]): boolean => new Set(list.map(({ id }) => id)).size === list.length;

const EPOCH = new Date(0);

/** The operator's policy: what is published and what runs. Unknown keys are refused, so that a typo cannot silently do nothing. */
export const policySchema = z.strictObject({
  name: z.string().min(1),
  version: z.iso.date(),
  operator: z.strictObject({ name: z.string().min(1), privacyContact: z.email(), address: z.string().min(1), jurisdiction: z.string().min(1), fiduciary: reachable, grievanceOfficer: reachable }),
  /** The newest first. One that is `significant` is mailed to every account, once. */
  changes: z.array(z.strictObject({ version: z.iso.date(), says: z.string().min(1), significant: z.boolean().default(false) })).min(1),
  /** What personal data is used for without asking. */
  uses: z.array(z.strictObject({ purpose: z.enum(namedPurposes), data: z.string().min(1), why: z.string().min(1), basis: z.string().min(1) }))
    .refine((uses) => namedPurposes.every((named) => uses.some(({ purpose }) => purpose === named)), `must say of each of these what it uses: ${namedPurposes.join(', ')}`),
  sale: z.literal('never'),
  logs: logsSchema,
  /** Servers of the operator's own that data may lie on and mails, files or sign-ins may go through, such as `mail.example.com`; with a dot in front also those below it. What lies in a private network need not be named. */
  ownHosts: z.array(hostPattern).default([]),
  rights: rightsSchema,
  /** The ways to sign in that are offered. One that needs a provider shows up once that provider is set up. */
  signIn: z.strictObject({ ways: z.array(z.enum(signInWays)).min(1).refine((ways) => new Set(ways).size === ways.length, 'names a way twice') }),
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
  links: z.strictObject({ signIn: period, reset: period, verification: period, emailChange: period, colleagueInvitation: period }),
  /** How long a link for a client works at most, and how many people one link shows. */
  clientLinks: z.strictObject({ worksFor: period, people: count }),
  /** By when copies of a deleted interview must be gone, and when those who have one are reminded. */
  deletions: z.strictObject({ dueWithin: period, remindAfter: period }),
  secondFactor: z.strictObject({ requiredFor: z.array(z.enum(['candidate', 'recruiter', 'interviewer', 'operator'])) }),
  limits: z.strictObject({
    resume: z.strictObject({ bytes: count, pages: count, characters: count, seconds: count, memoryMb: count, unpackedBytes: count, entries: count }),
    answer: z.strictObject({ characters: count }),
    /** One spoken answer in all, one of the chunks it is sent in, how many parts and chunks it may have, and all that one account keeps at a time. */
    recording: z.strictObject({ bytes: count, seconds: count, chunkBytes: count, parts: count, chunks: count, accountBytes: count }),
    /** How often a question can be spoken again after the first time, by mode. */
    retakes: z.strictObject({ coach: z.number().int().min(0), live: z.number().int().min(0) }),
    jobDescription: z.strictObject({ characters: count.max(20_000) }),
    /** That one agency names. */
    clients: count,
    /** People on one list. */
    invitationLines: count,
    /** Of interviews that one organisation asks people to. */
    templates: count,
    /** What AI providers may cost for one account in a day (UTC), in millionths of a US dollar; 0 switches them off. */
    ai: z.strictObject({ microUsdPerDay: z.number().int().min(0) }),
    interview: z.strictObject({ minQuestions: count, maxQuestions: count }),
    /** Within how many days a person decides about a score that two evaluations do not agree on. */
    review: z.strictObject({ days: count }),
    /** Within how many days an organisation answers an appeal against its decision. */
    appeal: z.strictObject({ days: count }),
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
      organisationsPerDay: count,
      /** Named by one member of an agency. */
      clientsPerDay: count,
      /** Employers somebody looks for to block them. */
      organisationLooksPerMinute: count,
      /** By all members of an organisation together. */
      invitationsPerDay: count,
      resumesPerHour: count,
      profileSavesPerHour: count,
      assessmentsPerHour: count,
      jobPagesPerHour: count,
      interviewsPerDay: count,
      /** Hints and feedback together. */
      coachPerHour: count,
      /** PDFs of assessments and reports together. */
      papersPerHour: count,
      /** Spoken answers that are begun. */
      takesPerHour: count,
      /** Pieces of recordings that are sent. */
      chunksPerHour: count,
      /** Spoken answers that a transcriber writes down, and questions that a voice reads. */
      transcriptsPerHour: count,
      voicesPerHour: count,
      /** Consents that are given; taking back has no limit. */
      consentsPerHour: count,
      /** Of one recruiter. */
      searchesPerMinute: count,
      /** Opened or exported by one recruiter. */
      profilesPerDay: count,
      /** By one recruiter. */
      contactRequestsPerDay: count,
      /** Interviews that people are asked to, by all members of an organisation together. */
      interviewInvitationsPerDay: count,
      /** Mails about one invitation that a recruiter sends once more: a new link, a moved deadline. */
      invitationMailsPerDay: count,
      /** Links of invitations that are tried from one network. */
      invitationLinksPerHour: count,
      /** Files of shortlists, by one recruiter. */
      exportsPerDay: count,
      /** Links for clients, by one recruiter, and how often some are opened, or copies said to be deleted, from one network. */
      clientLinksPerDay: count,
      clientLinkOpeningsPerHour: count,
      /** Asked for or corrected by one candidate. */
      certificatesPerDay: count,
      /** By one network. */
      verificationsPerHour: count,
      certificatePagesPerMinute: count,
      dataExportsPerDay: count,
      dataRequestsPerDay: count,
      /** Reports that somebody is too young, from one network. */
      minorReportsPerHour: count,
      /** Objections that are lifted; raising one has no limit. */
      objectionsLiftedPerHour: count,
      /** Looks at what is held of oneself. */
      holdingsPerMinute: count,
    }),
  }),
  /** What its owner may keep beyond its period, until they delete it. */
  pins: z.strictObject({ interviewResults: z.boolean() }),
  purposes: purposesOfToday,
  processors: z.array(processor).refine(eachOnce, 'names a processor twice'),
  /** What is sold, through whom, and what is free. */
  sold: soldSchema,
  /** A request to talk: how long it can be answered, when it is reminded of, when it may be repeated, and within how long a yes should be followed by a mail. */
  contactRequests: z.strictObject({ openFor: period, remindAfter: period, askAgainAfter: period, followUpWithin: period, followUpsOf: period }),
  /** An invitation to an interview: how long after it, and how long before its deadline, somebody is reminded who has not handed in. */
  invitedInterviews: z.strictObject({ remindAfter: period, remindBefore: period }),
  recruiters: z.strictObject({
    /** `domain`: an organisation is approved as soon as an owner's confirmed address is at its domain; `operator`: by the operator only. */
    approval: z.enum(['operator', 'domain']),
    /** Where anyone can have an address, besides the list that comes with the product: such an address shows nothing of a domain. */
    publicMailProviders: z.array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/)),
  }),
  /** What earns a certificate, how long it lives, when its owner is reminded of its end, and how much of a video it may show. */
  certificate: z.strictObject({
    scoreAbove: z.string().regex(/^\d+(\.\d+)?$/),
    minQuestions: count,
    validFor: period,
    typedAnswers: z.enum(['allowed', 'refused']),
    remindBefore: z.array(period).min(1),
    clip: z.strictObject({ seconds: count, bytes: count }),
  }),
}).refine(({ version, changes }) => changes[0]?.version === version, { path: ['changes'], message: 'must begin with the version of this policy' })
  .refine(({ retention: { dataRequests }, rights: { answerWithin, jurisdictions } }) => [answerWithin, ...jurisdictions.map((law) => law.answerWithin)].every((within) => dataRequests.keep.after(EPOCH) > within.after(EPOCH)), { path: ['retention', 'dataRequests', 'keep'], message: 'must be longer than every answerWithin of rights' })
  .refine(({ sold: { gateways }, processors }) => Object.values(gateways).every((gateway) => processors.some(({ id, kind }) => id === gateway && kind === 'gateway')), { path: ['sold', 'gateways'], message: 'names a gateway that is not among the processors' })
  .refine(({ retention: { interviewResults }, pins }) => interviewResults.keep instanceof Period || !pins.interviewResults, { path: ['pins', 'interviewResults'], message: 'must be false: there is nothing to pin where all results stay until they are deleted' })
  .refine(({ retention: { certificates }, certificate: { validFor } }) => certificates.keep.iso === validFor.iso, { path: ['certificate', 'validFor'], message: 'must be the period of retention.certificates' })
  .refine(({ retention: { practiceAudio, answerVideos, sessionRecordings } }) => [practiceAudio, answerVideos].every(({ keep }) => !(keep instanceof Period) || keep.after(EPOCH) <= sessionRecordings.keep.after(EPOCH)), { path: ['retention', 'sessionRecordings', 'keep'], message: 'must not be shorter than practiceAudio and answerVideos' });

export type PolicyValues = z.infer<typeof policySchema>;
