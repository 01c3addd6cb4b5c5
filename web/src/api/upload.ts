import { NoConnectionError, ProblemError, readProblem } from './problem.js';

/** Sends a file as the raw body; only XMLHttpRequest tells how much of it has left. `onProgress` gets 0 to 1. */
export function uploadFile<T>(path: string, file: Blob, contentType: string, onProgress: (share: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', path);
    request.setRequestHeader('Content-Type', contentType);
    request.setRequestHeader('Accept', 'application/json');
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable && event.total > 0) onProgress(event.loaded / event.total);
    });
    request.addEventListener('load', () => {
      const body = parse(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(body as T);
      else reject(new ProblemError(readProblem(request.status, body, request.getResponseHeader('Retry-After'))));
    });
    request.addEventListener('error', () => reject(new NoConnectionError()));
    request.send(file);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
