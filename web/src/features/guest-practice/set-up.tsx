import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type AnswerKind, type Interview, type InterviewRole, type PublishedPolicy } from '../../api/schema.js';
import { Failure } from '../../ui/failure.js';
import '../../ui/mantine-combobox.css';
import '../../ui/mantine-forms.css';
import { PageHeading } from '../../ui/page-heading.js';
import { type Examiner } from './examiner.js';
import { type Plan, type Wish } from './examiner-words.js';
import { type GuestParts } from './guest-parts.js';
import styles from './guest-practice.module.css';
import { ResumeText } from './resume-text.js';

interface Props {
  examiner: Examiner;
  roles: readonly InterviewRole[];
  limits: PublishedPolicy['limits'];
  /** Questions asked before in this page. */
  seen: readonly string[];
  /** What was chosen for the interview before, in this page. */
  before: Wish | null;
  parts: GuestParts;
  onStarted: (wish: Wish, plan: Plan) => void;
}

const USUAL_QUESTIONS = 3;
/** As for those who have an account. */
const MOST_CHARACTERS = 20_000;
const KEPT = 'What you record stays in the memory of this page, for you to play, and is gone with it.';

/** What a guest's interview is about. Everything is chosen already, so that one press is enough. */
export function SetUp({ examiner, roles, limits, seen, before, parts: { AnswerKindChoice, HelpChoice }, onStarted }: Props) {
  const [roleId, setRole] = useState(before?.roleId ?? roles[0]?.id ?? '');
  const [level, setLevel] = useState(before?.levelId ?? '');
  const [questionCount, setCount] = useState(before?.questionCount ?? Math.min(USUAL_QUESTIONS, limits.maxQuestions));
  const [answerKind, setAnswerKind] = useState<AnswerKind>(before?.answerKind ?? 'text');
  const [mode, setMode] = useState<Interview['mode']>(before?.mode ?? 'coach');
  const [jobDescription, setJobDescription] = useState(before?.jobDescription ?? '');
  const [resume, setResume] = useState(before?.resume ?? '');
  const levels = roles.find(({ id }) => id === roleId)?.levels ?? [];
  const levelId = levels.find(({ id }) => id === level)?.id ?? (levels[1] ?? levels[0])?.id ?? '';
  const start = useMutation({
    networkMode: 'always',
    mutationFn: async (change: Partial<Wish>) => {
      const wish: Wish = { roleId, levelId, questionCount, mode, answerKind, jobDescription, resume, ...change };
      return { wish, plan: await examiner.ask({ kind: 'plan', wish, seen }) };
    },
    onSuccess: ({ wish, plan }) => onStarted(wish, plan),
  });
  const submit = (event: FormEvent): void => { event.preventDefault(); start.mutate({}); };
  return (
    <>
      <PageHeading title="Practise without an account" lead="No account, no cookie. What you type, say and paste stays in this page: it is sent nowhere, kept nowhere, and gone when you close the page or load it again.">
        Practise without an account
      </PageHeading>
      <form className={styles.form} onSubmit={submit}>
        <NativeSelect id="guest-role" label="Role" value={roleId} onChange={(event) => setRole(event.currentTarget.value)} data={roles.map(({ id, title }) => ({ value: id, label: title }))} />
        <NativeSelect id="guest-level" label="Level" value={levelId} onChange={(event) => setLevel(event.currentTarget.value)} data={levels.map(({ id, title }) => ({ value: id, label: title }))} />
        <div><Button variant="default" loading={start.isPending} onClick={() => start.mutate({ questionCount: 1, answerKind: 'text', mode: 'coach' })}>Ask me one question now</Button></div>
        <h2 className={styles.whole}>Or a whole interview</h2>
        <NativeSelect
          id="guest-count" label="Number of questions" value={String(questionCount)} onChange={(event) => setCount(Number(event.currentTarget.value))}
          data={Array.from({ length: limits.maxQuestions }, (_, index) => String(index + 1))}
        />
        <AnswerKindChoice kind={answerKind} onChoose={setAnswerKind} kept={KEPT} />
        <HelpChoice mode={mode} onChoose={setMode} />
        <Textarea
          id="guest-job" label="Job description, if you have one" value={jobDescription} onChange={(event) => setJobDescription(event.currentTarget.value)} maxLength={MOST_CHARACTERS} rows={4}
          description="Paste the advertisement. What it asks for is asked about first. It is read in this page alone." autoComplete="off"
        />
        <ResumeText text={resume} most={MOST_CHARACTERS} onText={setResume} />
        {start.isError && <Failure title="The interview was not started." error={start.error} />}
        <div><Button type="submit" loading={start.isPending}>Start the interview</Button></div>
      </form>
    </>
  );
}
