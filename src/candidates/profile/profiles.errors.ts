import { AppError } from '../../kernel/index.js';
import { type PersonalKind } from '../resumes/reading.js';

const WORDS: Readonly<Record<PersonalKind, string>> = {
  name: 'your name', 'e-mail': 'an e-mail address', phone: 'a phone number', address: 'a postal address', link: 'a link', 'birth date': 'a birth date or an age', 'personal detail': 'a personal detail',
};

/** `candidates.profile_personal`: a text that everybody who may see the profile reads says who somebody is or how to reach them. */
export function profileIsPersonal(field: string, kind: PersonalKind): AppError {
  const says = `Take out ${WORDS[kind]}: whoever may see this text would learn it, too. You choose elsewhere who learns how to reach you.`;
  return new AppError('candidates.profile_personal', 422, `Your profile was not saved, because a text in it holds ${WORDS[kind]}. What was saved before is unchanged.`, { fields: { [field]: says } });
}

/** `candidates.profile_listed`: a profile that recruiters can find needs something to be found by. */
export function profileIsListed(field: 'headline' | 'skills'): AppError {
  const says = field === 'headline' ? 'Write a headline.' : 'Name at least one skill.';
  return new AppError('candidates.profile_listed', 409, 'You are visible to recruiters, and that needs a headline and one skill. What was saved before is unchanged; hide yourself first to empty it.', { fields: { [field]: says } });
}
