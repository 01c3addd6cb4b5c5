/** What personal data is used for without asking; the policy says of which data, why, and on what ground. */
export const namedPurposes = ['provide', 'personalise', 'pay', 'notify', 'analyse', 'secure'] as const;

/** What people can be asked to allow; the policy words each of them. Later capabilities add theirs. */
export const purposes = ['ai_processing', 'resume_keeping', 'recording', 'audio_replay', 'discovery', 'discovery_contact', 'invited_result', 'client_sharing', 'demographic_survey', 'public_certificate', 'certificate_clip', 'marketing_email', 'analytics'] as const;

export type Purpose = (typeof purposes)[number];

/** The retention class of what is kept with a consent to these, or taken from; a policy may say that none of it is ever kept. */
export const keptWith: Readonly<Partial<Record<Purpose, 'answerVideos' | 'practiceAudio'>>> = { recording: 'answerVideos', audio_replay: 'practiceAudio', certificate_clip: 'answerVideos' };

/** Those that are allowed for one interview: its id is the scope of the consent, which ends with it. */
export const purposesOfSession = ['recording', 'audio_replay'] as const satisfies readonly Purpose[];

/** Whether a consent to it is for one interview. */
export const isOfSession = (purpose: Purpose): boolean => purposesOfSession.some((one) => one === purpose);

/** Those that are allowed for one invitation of an organisation: its id is the scope of the consent. */
export const purposesOfInvitation = ['invited_result', 'client_sharing', 'demographic_survey'] as const satisfies readonly Purpose[];

/** Those that are allowed for one certificate: its id is the scope of the consent. */
export const purposesOfCertificate = ['public_certificate', 'certificate_clip'] as const satisfies readonly Purpose[];

/** Those that are allowed to one alone, an AI provider or an organisation, or for one interview, invitation or certificate: its id is then the scope of the consent. */
export const purposesOfOne: ReadonlySet<Purpose> = new Set(['ai_processing', ...purposesOfSession, 'discovery_contact', ...purposesOfInvitation, ...purposesOfCertificate]);
