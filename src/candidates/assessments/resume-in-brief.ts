import { type ResumeFacts } from '../resumes/candidate-resumes.js';
import { withoutBullet } from './wording.js';

/** What an assessment needs of a resume: each skill with the redacted line it was first seen in, and the years at work. */
export type ResumeInBrief = Pick<ResumeFacts, 'skills' | 'years'>;

/** Nothing else of a resume reaches an assessment. */
export function inBrief({ skills, years }: ResumeFacts): ResumeInBrief {
  return { skills: skills.map(({ id, line }) => ({ id, line: line === null ? null : withoutBullet(line) })), years };
}
