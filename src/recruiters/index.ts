export { RecruitersModule } from './recruiters.module.js';
export { DemoTalent, type DemoOrganisation, type DemoProfile } from './demo-talent.js';
