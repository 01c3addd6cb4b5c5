export { RecruitersModule } from './recruiters.module.js';
export { demoHiring } from './demo-hiring.js';
export { DemoTalent, type DemoOrganisation, type DemoProfile } from './demo-talent.js';
