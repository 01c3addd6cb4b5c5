import { PasswordInput, type PasswordInputProps } from '@mantine/core';

export const PASSWORD_HINT = 'At least 12 characters. Three words in a row are easy to remember.';

/** A password that can be looked at while it is typed. */
export const PasswordField = (props: PasswordInputProps) => <PasswordInput visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }} {...props} />;
