import { TextInput, type TextInputProps } from '@mantine/core';
import styles from './account-form.module.css';

/** The age, asked before anything is stored; `minimum` is the policy's, once it is read. */
export const AgeField = ({ minimum, ...rest }: TextInputProps & { minimum: number | undefined }) => (
  <TextInput
    id="age" label="How old are you?" className={styles.short ?? ''} inputMode="numeric" autoComplete="off"
    description={`We ask before we store anything. ${minimum === undefined ? 'Below the age this place asks for, we keep nothing.' : `Under ${minimum} we keep nothing.`}`}
    {...rest}
  />
);
