/** What the fields of consents are called; one that is not listed is called by its id. */
const WORDS: Readonly<Record<string, string>> = {
  headline: 'headline with role and level', skills: 'skills', place: 'place', languages: 'languages', availability: 'when you could begin', scores: 'scores', certificate: 'certificate', name: 'name', email: 'e-mail address',
  answers: 'best answers, word for word', recordings: 'recordings',
};

/** "headline with role and level, skills, e-mail address". */
export const sayFields = (fields: readonly string[]): string => fields.map((field) => WORDS[field] ?? field).join(', ');
