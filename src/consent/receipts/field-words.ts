/** What fields are called on a receipt, as the page of consents calls them; one that is not listed is called by its id. */
const WORDS: Readonly<Record<string, string>> = {
  headline: 'headline with role and level', availability: 'when you could begin', email: 'e-mail address', answers: 'best answers, word for word',
};

/** "headline with role and level, skills, e-mail address". */
export const fieldsInWords = (fields: readonly string[]): string => fields.map((field) => WORDS[field] ?? field).join(', ');
