import { NoConnectionError, ProblemError, readProblem } from './problem.js';

/** Fetches a file by POST, for what takes more than a link to be handed out. Throws ProblemError or NoConnectionError. */
export async function fetchFile(path: string, body: unknown): Promise<Blob> {
  const response = await fetch(path, { method: 'POST', credentials: 'same-origin', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
    .catch((error: unknown) => { throw new NoConnectionError(error); });
  if (response.ok) return response.blob().catch((error: unknown) => { throw new NoConnectionError(error); });
  const said: unknown = await response.json().catch(() => null);
  throw new ProblemError(readProblem(response.status, said, response.headers.get('Retry-After')));
}

/** Puts a file into the reader's downloads under a name. */
export function saveAs(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the file over by then; without this it would stay in memory as long as the page.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
