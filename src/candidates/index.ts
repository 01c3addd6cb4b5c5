export { CandidatesModule } from './candidates.module.js';
export { CandidateProfiles } from './profile/candidate-profiles.js';
export { type CandidateProfile } from './profile/profile.js';
export { profileChanged } from './profile/profiles.events.js';
export { CandidateResumes, type ResumeFacts } from './resumes/candidate-resumes.js';
export { ResumeIntake } from './resumes/resume-intake.js';
export { type Skill, type SkillCategory } from './skills/skill-dictionary.js';
export { SkillIndex } from './skills/skill-index.js';
