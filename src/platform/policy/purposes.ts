/** What people can be asked to allow; the policy words each of them. Later capabilities add theirs. */
export const purposes = ['ai_processing', 'resume_keeping', 'discovery', 'discovery_contact', 'marketing_email'] as const;

export type Purpose = (typeof purposes)[number];

/** Those that are allowed to one alone, an AI provider or an organisation, whose id is then the scope of the consent. */
export const purposesOfOne: ReadonlySet<Purpose> = new Set(['ai_processing', 'discovery_contact']);
