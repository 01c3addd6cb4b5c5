import { randomUUID } from 'node:crypto';
import { allow } from './consents.js';
import { personWith, signedIn } from './people.js';
import { Visitor } from './visitor.js';
import { type World } from './world.js';

/** What is asked: two questions of the bank unless it says otherwise. What is left out is believable. */
export interface MadeUpTemplate {
  readonly jobTitle?: string;
  readonly clientName?: string;
  readonly questionIds?: readonly string[];
  readonly content?: Readonly<Record<string, unknown>>;
}

export interface PublishedTemplate {
  readonly templateId: string;
  readonly versionId: string;
  readonly organisationId: string;
  readonly content: Readonly<Record<string, unknown>> & { readonly questions: readonly { readonly source: 'bank'; readonly questionId: string }[] };
}

/** Somebody who was invited and handed their interview in. */
export interface MadeUpInvited {
  readonly name?: string;
  /** The account of whoever was invited; without it a new one is made. */
  readonly accountId?: string;
  /** What each question scores, 0 to 10 in tenths; null: nobody has scored it, because its candidate asked for people. */
  readonly scores?: readonly number[] | null;
  readonly answers?: readonly string[];
  /** Whether they let the client see their results. */
  readonly clientSharing?: boolean;
  /** What they do in the interview before they hand it in. */
  readonly before?: (interviewId: string) => Promise<unknown>;
}

export interface Invited {
  readonly accountId: string;
  readonly email: string;
  readonly visitor: Visitor;
  readonly invitationId: string;
  readonly interviewId: string;
}

const QUESTIONS = ['signups-halved', 'three-wishes-one-week'];

/** A template whose first version is published. */
export async function publishedTemplate(world: World, organisationId: string, { jobTitle = 'Data analyst', clientName, questionIds = QUESTIONS, content = {} }: MadeUpTemplate = {}): Promise<PublishedTemplate> {
  const [templateId, versionId] = [randomUUID(), randomUUID()];
  const whole = {
    jobTitle, jobDescription: null, levelId: 'mid', competencies: ['analysis', 'communication'], questions: questionIds.map((questionId) => ({ source: 'bank' as const, questionId })),
    answerKinds: ['text', 'audio', 'video'], retakes: 1, deadlineDays: 14, recordingOffered: true, rateFirst: true, copyDelayDays: 0, aiScoring: true, newYork: null, ...content,
  };
  await world.database.query('insert into recruiters.template (id, organisation_id) values ($1, $2)', [templateId, organisationId]);
  await world.database.query(
    `insert into recruiters.template_version (id, template_id, version, job_title, client_id, client_name, content, published_at)
     values ($1, $2, 1, $3, (select id from recruiters.client where organisation_id = $4 and name = $5), $5, $6, clock.now())`,
    [versionId, templateId, jobTitle, organisationId, clientName ?? null, JSON.stringify(whole)],
  );
  return { templateId, versionId, organisationId, content: whole };
}

/** Somebody invited by this template, who let the organisation see the interview and handed it in. */
export async function handedIn(world: World, template: PublishedTemplate, { name = 'Maren Holt', accountId, scores = [8, 6], answers, clientSharing = false, before }: MadeUpInvited = {}): Promise<Invited> {
  const email = `invited-${randomUUID().slice(0, 8)}@example.com`;
  const candidateId = accountId ?? (await personWith(world, { email, name }));
  const invitationId = randomUUID();
  await world.database.query(
    `insert into recruiters.invitation (id, organisation_id, template_id, template_version_id, email, name, state, candidate_id, deadline_at, opened_at, accepted_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, 'opened', $7, clock.now() + interval '14 days', clock.now(), clock.now(), clock.now() + interval '90 days')`,
    [invitationId, template.organisationId, template.templateId, template.versionId, email, name, candidateId],
  );
  await allow(world, candidateId, 'invited_result', invitationId);
  if (clientSharing) await allow(world, candidateId, 'client_sharing', invitationId);
  const interviewId = await begun(world, template, { candidateId, invitationId, judgedBy: scores === null ? 'people' : 'ai' });
  await before?.(interviewId);
  await submitted(world, interviewId, answers ?? template.content.questions.map(({ questionId }, index) => `My answer to ${questionId}, which is number ${index + 1} of mine.`));
  if (scores !== null) await judged(world, interviewId, scores);
  await opened(world, invitationId, interviewId, scores);
  const visitor = new Visitor(world.url);
  visitor.keep(`viva.session_token=${await signedIn(world, candidateId)}; Path=/`);
  return { accountId: candidateId, email, visitor, invitationId, interviewId };
}

async function begun(world: World, template: PublishedTemplate, { candidateId, invitationId, judgedBy }: { candidateId: string; invitationId: string; judgedBy: 'ai' | 'people' }): Promise<string> {
  const { ConsentGate } = await import('../../src/consent/index.js');
  const { Database } = await import('../../src/platform/db/index.js');
  const { InvitedInterviews } = await import('../../src/interviews/index.js');
  const { interviewId } = await world.app.get(Database).transaction(async (tx) => {
    const consented = await world.app.get(ConsentGate).require(tx, candidateId, 'invited_result', invitationId);
    return world.app.get(InvitedInterviews).start(tx, consented, {
      ref: invitationId, group: template.templateId, inviter: 'Acme', roleTitle: String(template.content['jobTitle']), levelId: 'mid', questions: [...template.content.questions],
      answerKinds: ['text', 'audio', 'video'], retakes: 1, recordingOffered: true, judgedBy, aiProcessing: false, deadlineAt: new Date(Date.now() + 14 * 86_400_000), copyDelayDays: Number(template.content['copyDelayDays']),
    });
  });
  return interviewId;
}

async function submitted(world: World, interviewId: string, answers: readonly string[]): Promise<void> {
  for (const [index, text] of answers.entries()) {
    await world.database.query(`insert into interviews.answer (interview_id, position, text, revision) values ($1, $2, $3, 1)`, [interviewId, index + 1, text]);
  }
  await world.database.query(
    `update interviews.interview set state = case judged_by when 'people' then 'for_people' else 'submitted' end, submitted_at = clock.now(), expires_at = clock.now() + interval '90 days',
       report_opens_at = case when copy_delay_days > 0 then clock.now() + make_interval(days => copy_delay_days) end where id = $1`,
    [interviewId],
  );
}

/** A run of the built-in evaluator, as it is stored. */
async function judged(world: World, interviewId: string, scores: readonly number[]): Promise<void> {
  const { overallOf } = await import('../../src/interviews/scored-answer.js');
  const { writeScore } = await import('../../src/interviews/scoring/rubric.js');
  const criteriaOf = (score: number) => Object.fromEntries(['relevance', 'specificity', 'structure', 'reasoning', 'clarity'].map((id) => [id, { score: Math.round(score * 10), reason: `It deserves ${score}.`, quotes: [] }]));
  const asked = await world.database.query<{ position: number; competencies: string[] }>('select position, competencies from interviews.question where interview_id = $1 and follows is null order by position', [interviewId]);
  const judgedAnswers = asked.map(({ position, competencies }) => ({ position, competencies, state: 'scored' as const, criteria: criteriaOf(scores[position - 1] ?? 0) as never }));
  const overall = overallOf(judgedAnswers);
  if (!overall) throw new Error('There is nothing to score');
  const runId = randomUUID();
  await world.database.query(
    `insert into interviews.run (id, interview_id, why, state, evaluator, evaluator_version, rubric, overall, ended_at) values ($1, $2, 'first', 'scored', 'built-in', '1', 'vv-1', $3, clock.now())`, [runId, interviewId, writeScore(overall)]);
  for (const { position, criteria } of judgedAnswers) {
    await world.database.query(
      `insert into interviews.answer_score (run_id, interview_id, position, state, criteria, points, advice, outline) values ($1, $2, $3, 'scored', $4, $5, '["Name a number."]', '[]')`,
      [runId, interviewId, position, JSON.stringify(criteria), JSON.stringify([{ id: 'p1', text: 'says what was done', covered: true }, { id: 'p2', text: 'says what came of it', covered: false }])]);
  }
  await world.database.query(
    `update interviews.interview set state = 'scored', scored_at = clock.now(), run_id = $2, evaluator = 'built-in', evaluator_version = '1', rubric = 'vv-1', overall = $3 where id = $1`, [interviewId, runId, writeScore(overall)]);
}

/** What the hand-in leaves behind for the organisation: its access, and an invitation that is complete. */
async function opened(world: World, invitationId: string, interviewId: string, scores: readonly number[] | null): Promise<void> {
  await world.database.query(
    `insert into recruiters.report_access (invitation_id, organisation_id, candidate_id, scope, fields, grant_expires_at, interview_id, submitted_at, scored_at, ends_at)
     select i.id, i.organisation_id, g.subject_id, g.scope, g.fields, g.expires_at, $2, clock.now(), case when $3 then clock.now() end, clock.now() + interval '90 days'
     from recruiters.invitation i join consent.live_grant g on g.subject_id = i.candidate_id and g.purpose = 'invited_result' and g.scope = i.id::text where i.id = $1
     on conflict (invitation_id) do update set submitted_at = excluded.submitted_at, scored_at = excluded.scored_at, ends_at = excluded.ends_at`,
    [invitationId, interviewId, scores !== null],
  );
  await world.database.query(
    `update recruiters.invitation set state = 'complete', interview_id = $2, judged_by = case when $3 then 'ai' else 'people' end, started_at = clock.now(), completed_at = clock.now() where id = $1`,
    [invitationId, interviewId, scores !== null],
  );
}
