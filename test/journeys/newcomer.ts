import { until } from '../support/until.js';
import { Visitor } from '../support/visitor.js';

export const PASSWORD = 'three quiet words';

/** Somebody who signed up, confirmed the address from the built-in inbox and signed in, all over HTTP. */
export async function signedUp(url: string, email: string): Promise<Visitor> {
  const visitor = new Visitor(url);
  await visitor.post('/api/accounts', { name: 'Ada Example', email, password: PASSWORD, age: 30 });
  const token = await until('the mail arrives', async () => {
    const { mails } = (await visitor.get('/api/inbox')).body as { mails: { id: string; to: string }[] };
    const mail = mails.find(({ to }) => to === email);
    if (!mail) return null;
    const { links } = (await visitor.get(`/api/inbox/${mail.id}`)).body as { links: string[] };
    return /#token=(.+)$/.exec(links[0] ?? '')?.[1] ?? null;
  });
  await visitor.post('/api/accounts/verification', { token, password: PASSWORD });
  await visitor.post('/api/session', { email, password: PASSWORD });
  return visitor;
}
