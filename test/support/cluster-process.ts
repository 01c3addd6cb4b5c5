import { TestCluster } from './cluster.js';

// The cluster has a process of its own, so that it ends when the run does, however the run ends.
const cluster = new TestCluster();
let ending: Promise<void> | undefined;
const end = (): void => {
  ending ??= cluster.stop().finally(() => process.exit());
};

process.on('disconnect', end);
process.on('SIGTERM', end);
process.on('SIGINT', () => undefined);

try {
  process.send?.({ urls: await cluster.start() });
} catch (error) {
  process.send?.({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  end();
}
