import { useState } from 'react';
import { type AnswerKind, type Interview, type InterviewRole, type PracticeSuggestion, type PublishedPolicy } from '../../api/schema.js';
import { useQuestionSet } from './use-question-set.js';

const USUAL_QUESTIONS = 5;

interface Given {
  roles: readonly InterviewRole[];
  limits: PublishedPolicy['limits'];
  suggestion: PracticeSuggestion['suggestion'];
}

/** What is chosen for an interview. What was not chosen yet is as the resume suggests, or as most people want it. */
export function useSetUp({ roles, limits, suggestion }: Given) {
  const [typed, setRole] = useState<string | null>(null);
  const [levelId, setLevel] = useState<string | null>(null);
  const [goals, setGoals] = useState('');
  const [jobDescription, setJobDescription] = useState('');
  const [questionCount, setQuestionCount] = useState(Math.min(limits.maxQuestions, Math.max(limits.minQuestions, USUAL_QUESTIONS)));
  const [answerKind, setAnswerKind] = useState<AnswerKind>('text');
  const [mode, setMode] = useState<Interview['mode']>('live');
  const usual = roles.find(({ id }) => id === suggestion?.roleId) ?? roles[0];
  const role = typed ?? usual?.title ?? '';
  const { sets, set, choose, error } = useQuestionSet(role, roles);
  const level = set?.levels.find(({ id }) => id === (levelId ?? suggestion?.levelId)) ?? set?.levels[0];
  const wish = set && level && {
    roleId: set.id, levelId: level.id, questionCount, mode, answerKind,
    ...(set.title === role.trim() ? {} : { roleTitle: role.trim() }), ...(goals.trim() ? { goals } : {}), ...(jobDescription.trim() ? { jobDescription } : {}),
  };
  return { role, sets, set, level, goals, jobDescription, questionCount, mode, answerKind, wish, error, setRole, choose, setLevel, setGoals, setJobDescription, setQuestionCount, setMode, setAnswerKind };
}
