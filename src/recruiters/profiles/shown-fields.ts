import { type ListedTalent } from '../talent/listed-talent.js';
import { type OpenedTalent } from '../talent/talent-answers.js';

/** What of a listed person is really there to be seen, by field, in alphabetical order: a field that is shared and empty shows nothing. */
export function shownFields(talent: ListedTalent | OpenedTalent): string[] {
  const shown = {
    answers: 'answers' in talent && talent.answers,
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
