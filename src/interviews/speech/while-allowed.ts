const LOOK_EVERY_MS = 1_000;

/**
 * Does some work for as long as it is allowed: it is looked at each second, and once more before what came of it is handed out.
 * Throws what `refused` gives as soon as it is not; the work is broken off by its signal.
 */
export async function whileAllowed<T>(allowed: () => Promise<boolean>, refused: () => Error, signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const withdrawn = new AbortController();
  const looking = setInterval(() => void allowed().then((still) => { if (!still) withdrawn.abort(refused()); }, () => undefined), LOOK_EVERY_MS);
  try {
    const result = await work(AbortSignal.any([signal, withdrawn.signal]));
    if (!(await allowed())) throw refused();
    return result;
  } catch (error) {
    signal.throwIfAborted();
    // What went wrong on the way is no news to somebody who has taken it back.
    if (!(await allowed())) throw refused();
    throw error;
  } finally {
    clearInterval(looking);
  }
}
