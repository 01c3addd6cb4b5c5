import { bringInAssessments } from './assessments/bring-in-assessments.js';
import { assessmentTable, countAssessments, eraseAssessments, exportAssessments } from './assessments/assessments.personal-data.js';
import { type Arrival, type Brought, holdsPersonalData } from '../platform/personal-data/index.js';
import { type Tx } from '../platform/db/index.js';
import { bringInProfile } from './profile/bring-in-profile.js';
import { countProfiles, eraseProfile, exportProfile, profileTable } from './profile/profiles.personal-data.js';
import { bringInResume } from './resumes/bring-in-resume.js';
import { countResumes, eraseResume, exportResume, keptResumeTable, resumeTable } from './resumes/resumes.personal-data.js';

export const candidatesPersonalData = holdsPersonalData({
  module: 'candidates',
  tables: [resumeTable, keptResumeTable, assessmentTable, profileTable],
  async export(tx: Tx, accountId: string) {
    const resume = await exportResume(tx, accountId);
    const assessments = await exportAssessments(tx, accountId);
    const profile = await exportProfile(tx, accountId);
    return { ...(assessments.length > 0 ? { assessments } : {}), ...(resume ? { resume } : {}), ...(profile ? { profile } : {}) };
  },
  async bringIn(tx: Tx, brought: Brought): Promise<readonly Arrival[]> {
    return [await bringInAssessments(tx, brought), await bringInProfile(tx, brought), await bringInResume(tx, brought)].flat();
  },
  async erase(tx: Tx, accountId: string) {
    await eraseAssessments(tx, accountId);
    await eraseResume(tx, accountId);
    await eraseProfile(tx, accountId);
  },
  async remaining(tx: Tx, accountId: string) {
    const left = [
      { table: resumeTable.table, rows: await countResumes(tx, accountId) },
      { table: assessmentTable.table, rows: await countAssessments(tx, accountId) },
      { table: profileTable.table, rows: await countProfiles(tx, accountId) },
    ];
    return left.filter(({ rows }) => rows > 0).map((entry) => ({ ...entry, because: 'not erased yet' }));
  },
});
