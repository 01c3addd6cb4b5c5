import { assessmentTable, countAssessments, eraseAssessments, exportAssessments } from './assessments/assessments.personal-data.js';
import { holdsPersonalData } from '../platform/personal-data/index.js';
import { type Tx } from '../platform/db/index.js';
import { countResumes, eraseResume, exportResume, resumeTable } from './resumes/resumes.personal-data.js';

export const candidatesPersonalData = holdsPersonalData({
  module: 'candidates',
  tables: [resumeTable, assessmentTable],
  async export(tx: Tx, accountId: string) {
    const resume = await exportResume(tx, accountId);
    const assessments = await exportAssessments(tx, accountId);
    const others = assessments.length > 0 ? { assessments } : {};
    return resume ? { ...others, resume } : others;
  },
  async erase(tx: Tx, accountId: string) {
    await eraseAssessments(tx, accountId);
    await eraseResume(tx, accountId);
  },
  async remaining(tx: Tx, accountId: string) {
    const left = [{ table: resumeTable.table, rows: await countResumes(tx, accountId) }, { table: assessmentTable.table, rows: await countAssessments(tx, accountId) }];
    return left.filter(({ rows }) => rows > 0).map((entry) => ({ ...entry, because: 'not erased yet' }));
  },
});
