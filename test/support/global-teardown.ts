/** Ends the cluster of this run and waits until it is gone. */
export default async function globalTeardown(): Promise<void> {
  const cluster = globalThis.testCluster;
  globalThis.testCluster = undefined;
  if (!cluster || cluster.exitCode !== null) return;
  const gone = new Promise((resolve) => cluster.once('exit', resolve));
  cluster.disconnect();
  await gone;
}
