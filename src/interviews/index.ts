export { InterviewsModule } from './interviews.module.js';
export { interviewScored, interviewSubmitted } from './interviews.events.js';
export { DemoInterviews, type DemoInterview } from './demo-interviews.js';
