import { TestCluster } from './cluster.js';
import { translateProduct } from './typescript.mjs';

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
  const started = cluster.start();
  translateProduct();
  process.send?.({ urls: await started });
} catch (error) {
  process.send?.({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  end();
}
