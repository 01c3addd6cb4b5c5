import { type FormErrors, useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type ProblemCode } from '../../api/problem.js';
import { asSentences, faultsOf } from './faults.js';

type Values = Record<string, string | boolean>;
type Rule = (value: string | boolean | undefined) => string | null;

interface Sending<V extends Values, Answer> {
  initialValues: V;
  validate?: { [Field in keyof V]?: (value: V[Field]) => string | null };
  send: (values: V) => Promise<Answer>;
  onDone: (answer: Answer, values: V) => void;
  /** The field that a coded refusal belongs to. */
  fieldOf?: Partial<Record<ProblemCode, string>>;
  onRefused?: (error: Error) => void;
  onTyped?: (values: V) => void;
}

/** A form that is checked here, sent, and told what the server says of which field. */
export function useSentForm<V extends Values, Answer>({ initialValues, validate = {}, send, onDone, fieldOf = {}, onRefused, onTyped }: Sending<V, Answer>) {
  const [attempt, setAttempt] = useState(0);
  const failed = (): void => setAttempt((before) => before + 1);
  const check = (values: V): FormErrors => Object.fromEntries(Object.entries(validate).flatMap(([field, rule]: [string, Rule | undefined]) => {
    const says = rule?.(values[field]) ?? null;
    return says === null ? [] : [[field, says]];
  }));
  const form = useForm<V>({ mode: 'uncontrolled', initialValues, validate: check, ...(onTyped ? { onValuesChange: onTyped } : {}) });
  const sending = useMutation({
    mutationFn: ({ values }: { values: V }) => send(values),
    onSuccess: (answer, { values }) => onDone(answer, values),
    onError: (error) => {
      form.setErrors(faultsOf(error, fieldOf));
      failed();
      onRefused?.(error);
    },
  });
  return { form, sending, attempt, faults: asSentences(form.errors), submit: form.onSubmit((values) => sending.mutate({ values }), failed) };
}

/** What the frame of a form needs of it. */
export type SentFormState = Pick<ReturnType<typeof useSentForm<Values, unknown>>, 'attempt' | 'faults' | 'submit'> & { sending: { isPending: boolean } };
