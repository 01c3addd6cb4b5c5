export { InterviewsModule } from './interviews.module.js';
export { interviewScored, interviewSubmitted, resultsEndMoved } from './interviews.events.js';
export { DemoInterviews, type DemoInterview } from './demo-interviews.js';
export { InterviewScores, type BestScores } from './interview-scores.js';
export { GivenQuestion } from './invited/given-question.js';
export { InvitedReport } from './invited/invited.dto.js';
export { InvitedInterviews } from './invited/invited-interviews.js';
export { InterviewMaterial } from './interview-material.js';
