import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Examiner } from './examiner.js';

/** A guest's practice: one question at a time, judged here. All of it ends with the page. */
export function useGuestPractice() {
  const examiner = useExaminer();
  const [roleId, setRoleId] = useState<string | null>(null);
  const [seen, setSeen] = useState<readonly string[]>([]);
  const [text, setText] = useState('');
  const alone = { enabled: examiner !== null, retry: false, networkMode: 'always', staleTime: Infinity, gcTime: 0 } as const;
  const roles = useQuery({ ...alone, queryKey: ['guest', 'roles'], queryFn: () => asked(examiner).ask({ kind: 'roles' }) });
  const role = roleId ?? roles.data?.[0]?.id ?? null;
  const question = useQuery({
    ...alone, enabled: examiner !== null && role !== null, queryKey: ['guest', 'question', role, seen],
    queryFn: () => asked(examiner).ask({ kind: 'question', roleId: role ?? '', seen }),
  });
  const judgement = useMutation({ networkMode: 'always', gcTime: 0, mutationFn: (questionId: string) => asked(examiner).ask({ kind: 'judgement', questionId, text }) });
  const clear = (): void => { setText(''); judgement.reset(); };
  return {
    roles, role, question, text, judgement,
    write: setText,
    choose: (id: string): void => { setRoleId(id); clear(); },
    another: (): void => {
      const last = question.data?.id;
      if (last !== undefined) setSeen((before) => [...before.filter((id) => id !== last), last]);
      clear();
    },
  };
}

/** The thread lives as long as the page. */
function useExaminer(): Examiner | null {
  const [examiner, setExaminer] = useState<Examiner | null>(null);
  const started = useRef<Examiner | null>(null);
  useEffect(() => {
    started.current = new Examiner();
    setExaminer(started.current);
    return () => started.current?.end();
  }, []);
  return examiner;
}

function asked(examiner: Examiner | null): Examiner {
  if (!examiner) throw new Error('The examiner is not here yet.');
  return examiner;
}
