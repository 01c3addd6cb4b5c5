export { PaperPress } from './assessments/paper-press.js';
export { CandidatesModule } from './candidates.module.js';
export { CandidateResumes, type ResumeFacts } from './resumes/candidate-resumes.js';
export { ResumeIntake } from './resumes/resume-intake.js';
export { type Skill, type SkillCategory } from './skills/skill-dictionary.js';
