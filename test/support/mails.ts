import { type World } from './world.js';

/** A mail as its reader sees it. `code` is there in mails with a code to type. */
export interface ReadMail {
  readonly subject: string;
  readonly text: string;
  readonly token: string;
  readonly code: string;
}

/** Everything mailed to an address so far, the newest first, out of the built-in inbox. */
export async function mailsTo(world: World, email: string): Promise<ReadMail[]> {
  await world.settle();
  const { mails } = (await world.visitor().get('/api/inbox')).body as { mails: { id: string; to: string }[] };
  return Promise.all(mails.filter(({ to }) => to === email).map(async ({ id }) => {
    const { subject, text } = (await world.visitor().get(`/api/inbox/${id}`)).body as { subject: string; text: string };
    return { subject, text, token: /#token=(\S+)/.exec(text)?.[1] ?? '', code: /\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/.exec(text)?.[0] ?? '' };
  }));
}

/** The newest mail to an address whose subject fits; throws when there is none. */
export async function mailTo(world: World, email: string, subject: RegExp): Promise<ReadMail> {
  const found = (await mailsTo(world, email)).find((mail) => subject.test(mail.subject));
  if (!found) throw new Error(`No mail to ${email} says ${subject.source}`);
  return found;
}
