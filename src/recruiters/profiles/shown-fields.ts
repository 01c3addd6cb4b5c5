import { type ListedTalent } from '../talent/listed-talent.js';

/** What of a listed person is really there to be seen, by field, in alphabetical order: a field that is shared and empty shows nothing. */
export function shownFields(talent: ListedTalent): string[] {
  const shown = {
    availability: talent.availability,
    certificate: talent.certificate,
    email: talent.email,
    headline: talent.headline ?? talent.roleTitle ?? talent.levelId,
    languages: talent.languages.length > 0,
    name: talent.name,
    place: talent.place ?? talent.country ?? talent.remote,
    scores: talent.scores,
    skills: talent.skills.length > 0,
  };
  return Object.entries(shown).filter(([, value]) => Boolean(value)).map(([field]) => field);
}
