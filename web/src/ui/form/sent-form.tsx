import { Button } from '@mantine/core';
import { type ReactNode } from 'react';
import { ErrorSummary } from '../error-summary.js';
import '../mantine-forms.css';
import styles from './sent-form.module.css';
import { type SentFormState } from './use-sent-form.js';

interface Props {
  sent: SentFormState;
  /** A verb and its thing: "Set the new password". */
  verb: string;
  destroys?: boolean;
  /** A second way, beside the button. */
  beside?: ReactNode;
  children: ReactNode;
}

/** Its faults above, its fields, its one button. */
export function SentForm({ sent: { attempt, faults, submit, sending }, verb, destroys = false, beside, children }: Props) {
  return (
    <div className={styles.whole}>
      <ErrorSummary errors={faults} attempt={attempt} />
      <form noValidate className={styles.form} onSubmit={submit}>
        {children}
        <div className={styles.buttons}>
          <Button type="submit" loading={sending.isPending} {...(destroys ? { color: 'red' } : {})}>{verb}</Button>
          {beside}
        </div>
      </form>
    </div>
  );
}

/** Whether a page's form is at fault, which its title says first. */
export const hasFaults = ({ faults }: SentFormState): boolean => Object.keys(faults).length > 0;
