/** What can be said before anything is sent. The server checks all of it again. */
export const checkName = (name: string): string | null => (name.trim() === '' ? 'Enter your name' : null);

export const checkEmail = (email: string): string | null =>
  (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()) ? null : 'Enter an e-mail address, such as name@example.com');

export const checkPassword = (password: string): string | null => (password === '' ? 'Enter a password' : null);

export const checkCode = (code: string): string | null => (code.trim() === '' ? 'Enter the code' : null);

export const checkPhone = (phone: string): string | null => (/^\+?[0-9][0-9 ()./-]{3,28}[0-9]$/.test(phone.trim()) ? null : 'Enter a phone number, such as +47 55 12 34 56');

/** Whoever is too young learns it here: their age does not even leave the browser. */
export function checkAge(age: string, minimum: number | undefined): string | null {
  const years = Number(age.trim());
  if (age.trim() === '' || !Number.isInteger(years) || years < 1 || years > 120) return 'Enter your age in years, such as 34';
  if (minimum !== undefined && years < minimum) return `You need to be ${minimum} or older to have an account. We kept nothing of what you entered.`;
  return null;
}
