import { z } from 'zod';
import { emailField, nameField, phoneField } from '../accounts.dto.js';

/** As much of the account in a copy as an account here begins with. */
export const broughtPerson = z.object({ name: nameField, email: emailField, phone: phoneField.nullable(), declaredAgeReached: z.number().int().min(0).max(130) });
export type BroughtPerson = z.infer<typeof broughtPerson>;
