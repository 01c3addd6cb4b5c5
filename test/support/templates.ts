import { type TemplateDraft } from '../../src/recruiters/templates/template-content.js';
import { type Visitor } from './visitor.js';

/** Three questions of the bank about two competencies, as a recruiter would choose them. */
export const fitContent: TemplateDraft = {
  jobTitle: 'Data analyst', jobDescription: null, levelId: 'junior', competencies: ['problem-solving', 'collaboration'], questions: [],
  answerKinds: ['text', 'audio', 'video'], retakes: 1, deadlineDays: 14, recordingOffered: true, rateFirst: true, copyDelayDays: 0, aiScoring: true, newYork: null,
};

/** A template as it was published over HTTP, with its first version. `clientId`: for whom an agency asks. */
export async function publishedTemplate(recruiter: Visitor, change: Partial<TemplateDraft> = {}, clientId: string | null = null): Promise<{ templateId: string; versionId: string }> {
  const { id } = (await recruiter.post('/api/templates', { jobTitle: 'Data analyst', clientId })).body as { id: string };
  const content = { ...fitContent, questions: await someQuestions(recruiter), ...change };
  await recruiter.put(`/api/templates/${id}/draft`, { revision: 1, clientId, content });
  const published = await recruiter.post(`/api/templates/${id}/publication`, { revision: 2 });
  if (published.status !== 200) throw new Error(`The template was not published: ${published.text}`);
  return { templateId: id, versionId: (published.body as { published: { id: string } }).published.id };
}

/** One question of the bank for each competency of `fitContent`. */
export async function someQuestions(recruiter: Visitor): Promise<TemplateDraft['questions']> {
  const { questions } = (await recruiter.get('/api/template-material')).body as { questions: { id: string; competencies: string[] }[] };
  return fitContent.competencies.map((competency) => ({ source: 'bank', questionId: questions.find(({ competencies }) => competencies.includes(competency))!.id }));
}
