import { setImmediate as othersFirst } from 'node:timers/promises';
import { type ReportView } from '../interviews.dto.js';
import { Paper } from '../../platform/paper/index.js';
import { givenInWords, transcribersInWords } from '../replay/given-words.js';

type Answer = ReportView['answers'][number];

/** What the paper says beside the report: whether the evaluator is ours, and when the paper was made. */
export interface Circumstances {
  /** The mark that is meant by "above", such as 7.5. */
  readonly mark: string;
  readonly now: Date;
}

/**
 * A report as a tagged PDF, a stream that has ended already. It is made anew each time and kept nowhere. Setting one takes
 * most of a second in all, so whoever else waits for this process is served between its parts.
 */
export async function reportPdf(report: ReportView, { mark, now }: Circumstances): Promise<PDFKit.PDFDocument> {
  const paper = await Paper.begin(titleOf(report));
  paper.heading('H1', titleOf(report));
  paper.soft(`Submitted on ${day(report.submittedAt)}. ${end(report.expiresAt)} This paper was made on ${day(now.toISOString())}; dates are in UTC.`);
  if (report.broughtFrom !== null) paper.soft(`This interview was taken and judged at ${report.broughtFrom}. Its owner brought it here; nobody here has judged it or checked it.`);
  if (report.judgedBy === 'people') byPeople(paper, report);
  else overall(paper, report, mark);
  goals(paper, report);
  competencies(paper, report);
  paper.heading('H2', 'Your answers');
  for (const answer of report.answers) await answerOn(paper, answer);
  return paper.end();
}

function titleOf({ roleTitle, levelTitle }: ReportView): string {
  return `Interview report: ${roleTitle}, ${levelTitle}`;
}

function byPeople(paper: Paper, { answers, invited }: ReportView): void {
  paper.heading('H2', 'Who judges this interview');
  paper.paragraph(`People of ${invited?.by ?? 'the organisation that invited you'} judge it. No program scored your answers.`);
  whoWrote(paper, answers);
}

function overall(paper: Paper, { overall: score, evaluator, rubric, answers, second, review }: ReportView, mark: string): void {
  paper.heading('H2', 'Overall score');
  if (score) {
    paper.paragraph(`${score.shown} of 10, ${score.aboveThreshold ? 'above' : 'not above'} the mark of ${mark}.`, { face: 'strong', size: 13 });
    paper.bar(Number(score.shown.replace('…', '')));
  } else {
    paper.paragraph(review ? `There is no overall score yet: it came so close to the mark that a person decides, by ${day(review.dueAt)}.` : 'There is no overall score: too little could be scored for a fair number.');
  }
  if (review?.decidedAt) decided(paper, review);
  else if (evaluator && rubric) paper.soft(`Scored by the evaluator “${evaluator.name}”, version ${evaluator.version}, with rubric ${rubric.id}.`);
  if (second) paper.soft(`A second evaluation, by “${second.name}”, version ${second.version}, ${review ? 'came to the other side of the mark' : 'says the same of the mark'}.`);
  whoWrote(paper, answers);
  if (evaluator?.builtIn) {
    paper.soft('The built-in evaluator looks for the words, the structure and the figures that good answers usually have. It does not judge whether what is said is true, and a good answer in unusual words can score too low.');
  }
}

function whoWrote(paper: Paper, answers: readonly Answer[]): void {
  const transcribed = transcribersInWords(answers.flatMap(({ given, followUp }) => [given, followUp?.given ?? null]));
  if (transcribed !== null) paper.soft(`Who wrote down what was said: ${transcribed}.`);
}

function decided(paper: Paper, { decidedAt, basedOn, reason }: NonNullable<ReportView['review']>): void {
  paper.soft(`Decided by a person on ${day(decidedAt ?? '')}${basedOn ? `, who began from the evaluation by “${basedOn.name}”, version ${basedOn.version}` : ''}.`);
  if (reason !== null) paper.quotation(reason);
}

function goals(paper: Paper, { goals: set }: ReportView): void {
  if (!set) return;
  paper.heading('H2', 'Your goals');
  paper.quotation(set.text);
  if (set.about.length > 0) paper.list(set.about.map(({ title, shown, next }) => `${title}: ${shown === null ? 'no question was about it' : `${shown} of 10`}. Strong looks like this: ${next}`));
}

function competencies(paper: Paper, { competencies: all }: ReportView): void {
  if (all.length === 0) return;
  paper.heading('H2', 'Competencies');
  for (const { title, shown, value, anchor } of all) {
    paper.paragraph(`${title}: ${shown} of 10`, { face: 'strong', above: 8 });
    paper.bar(value);
    if (anchor) paper.soft(anchor);
  }
}

async function answerOn(paper: Paper, answer: Answer): Promise<void> {
  await othersFirst();
  paper.heading('H3', `Question ${answer.position}: ${answer.question}`);
  paper.paragraph(verdict(answer), { face: 'strong' });
  if (answer.given) paper.soft(givenInWords(answer.given));
  said(paper, answer);
  await section(paper, 'Why', answer.criteria.map(({ title, score, reason, quotes }) => `${title}, ${score} of 100. ${reason}${quotes.map(({ text }) => ` “${text}”`).join('')}`));
  await section(paper, 'What you covered', answer.points.filter(({ covered }) => covered).map(({ text }) => sentence(text)));
  await section(paper, 'What was missing', answer.points.filter(({ covered }) => !covered).map(({ text }) => sentence(text)));
  await section(paper, 'What to do next time', answer.advice);
  await section(paper, 'The outline of a strong answer', answer.modelOutline);
}

/** The answer, and what was said to its follow-up under that. */
function said(paper: Paper, { text, followUp }: Answer): void {
  const startsAt = followUp?.startsAt ?? text.length;
  if (text.slice(0, startsAt).trim()) paper.quotation(text.slice(0, startsAt));
  if (!followUp) return;
  paper.paragraph(`${followUp.takesUp === null ? '' : `You said: “${followUp.takesUp}” `}${followUp.question}`, { face: 'strong' });
  if (followUp.given) paper.soft(givenInWords(followUp.given));
  if (text.slice(startsAt).trim()) paper.quotation(text.slice(startsAt));
  else paper.soft('You left this follow-up without an answer. That costs nothing.');
}

async function section(paper: Paper, title: string, items: readonly string[]): Promise<void> {
  if (items.length === 0) return;
  await othersFirst();
  paper.heading('H4', title);
  paper.list(items);
}

function verdict({ state, shown, message }: Answer): string {
  if (state === 'skipped') return 'You left this question without an answer. It counts as 0.';
  return shown === null ? `Not scored. ${message ?? ''}` : `${shown} of 10`;
}

function end(expiresAt: string | null): string {
  return expiresAt === null ? 'We keep this interview until you delete it.' : `We delete this interview on ${day(expiresAt)}.`;
}

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

function day(iso: string): string {
  return DAY.format(new Date(iso));
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
