export { InterviewsModule } from './interviews.module.js';
export { interviewScored, interviewSubmitted, resultsEndMoved } from './interviews.events.js';
export { DemoInterviews, type DemoInterview } from './demo-interviews.js';
export { InterviewScores, type BestScores } from './interview-scores.js';
