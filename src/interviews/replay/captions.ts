import { type Cue } from './align.js';

/** The transcript of a recording as captions (WebVTT). `estimated`: nobody noted when each phrase was said. */
export function captionsOf(text: string, cues: readonly Cue[], estimated: boolean): string {
  const head = estimated ? 'WEBVTT\n\nNOTE The times are estimated from when somebody spoke.\n' : 'WEBVTT\n';
  const blocks = cues.map(({ from, to, startMs, endMs }) =>
    // A cue of no length would be refused.
    `${stamp(startMs)} --> ${stamp(Math.max(endMs, startMs + 1))}\n${escape(text.slice(from, to))}\n`);
  return [head, ...blocks].join('\n');
}

function stamp(milliseconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const seconds = Math.floor(milliseconds / 1000);
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${String(milliseconds % 1000).padStart(3, '0')}`;
}

/** An empty line would end the cue. */
function escape(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
