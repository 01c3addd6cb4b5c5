import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

declare global {
  // Jest loads set-up and tear-down apart from each other; the process object of the run is all they share.
  var testCluster: ChildProcess | undefined;
}

type Answer = { urls: { superuserUrl: string; ownerUrl: string; applicationUrl: string } } | { fault: string };

/** Starts one cluster for the whole run and tells the workers where it is. */
export default async function globalSetup(globalConfig: { rootDir: string }): Promise<void> {
  if (globalThis.testCluster) return;
  const support = join(globalConfig.rootDir, 'test/support');
  const cluster = fork(join(support, 'cluster-process.ts'), [], {
    execArgv: ['--import', join(support, 'typescript.mjs')],
    env: { ...process.env, NODE_OPTIONS: '' },
    detached: true,
  });
  globalThis.testCluster = cluster;
  const answer = await new Promise<Answer>((resolve) => {
    cluster.once('message', (message) => resolve(message as Answer));
    cluster.once('exit', (code) => resolve({ fault: `The test cluster ended with ${code}` }));
  });
  if ('fault' in answer) throw new Error(`The test cluster did not start: ${answer.fault}`);
  process.env.TEST_SUPERUSER_URL = answer.urls.superuserUrl;
  process.env.TEST_OWNER_URL = answer.urls.ownerUrl;
  process.env.TEST_APPLICATION_URL = answer.urls.applicationUrl;
}
