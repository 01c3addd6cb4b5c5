import { TextInput, type TextInputProps } from '@mantine/core';
import styles from './account-form.module.css';

/** A code from a mail or an app; browsers and phones may fill it in. */
export const CodeField = (props: TextInputProps) => (
  <TextInput className={styles.code ?? ''} autoComplete="one-time-code" autoCapitalize="characters" spellCheck={false} maxLength={40} {...props} />
);
