import { z } from 'zod';

export const jobPageBody = z.object({ address: z.string().trim().min(1, 'Enter the address of the page.').max(2_000, 'This address is too long.') });
export type JobPageBody = z.infer<typeof jobPageBody>;

/** `title` is empty where the page has none. */
export const jobPageView = z.object({ host: z.string(), title: z.string(), text: z.string() }).meta({ id: 'JobPage' });
export type JobPageView = z.infer<typeof jobPageView>;
