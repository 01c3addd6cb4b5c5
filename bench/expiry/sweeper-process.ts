import 'reflect-metadata';
import { SessionRepository } from '../../src/accounts/sessions/session.repository.js';
import { worker } from '../../src/app/worker.js';
import { InterviewsWorker } from '../../src/interviews/interviews.worker.js';
import { NotificationsWorker } from '../../src/notifications/notifications.worker.js';
import { AiWorker } from '../../src/platform/ai/ai.worker.js';
import { Config } from '../../src/platform/config/index.js';
import { Database } from '../../src/platform/db/index.js';
import { pace } from '../../src/platform/db/in-batches.js';
import { HttpWorker } from '../../src/platform/http/http.worker.js';
import { MailWorker } from '../../src/platform/mail/mail.worker.js';
import { ObjectSweep } from '../../src/platform/storage/object-sweep.js';
import { ProfileViewsWorker } from '../../src/recruiters/profiles/profile-views.worker.js';
import { type Answer, type Order, type Sweep } from './sweeper.js';

// A worker that sweeps when it is told to, and tells how long it took: the very code of the jobs, in a process of its own as on a server.
const app = await worker(Config.read());
const usual = { ...pace };
const sweeps: Readonly<Record<Sweep, () => Promise<unknown>>> = {
  interviews: () => app.get(InterviewsWorker, { strict: false }).expire(),
  aiRuns: () => app.get(AiWorker, { strict: false }).forget(),
  notes: () => app.get(NotificationsWorker, { strict: false }).sweep(),
  mails: () => app.get(MailWorker, { strict: false }).expire(),
  signIns: () => app.get(SessionRepository, { strict: false }).sweep(app.get(Database, { strict: false }).alone),
  counters: () => app.get(HttpWorker, { strict: false }).forget(),
  views: () => app.get(ProfileViewsWorker, { strict: false }).find(),
  files: () => app.get(ObjectSweep, { strict: false }).run(),
};
process.on('message', ({ sweep, isRestless }: Order) => {
  Object.assign(pace, isRestless ? { rest: 0, longestMs: Infinity } : usual);
  const begun = performance.now();
  const answer = (said: Partial<Answer>): unknown => process.send?.({ sweep, ms: performance.now() - begun, ...said });
  void sweeps[sweep]().then(() => answer({}), (error: unknown) => answer({ fault: String(error) }));
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
