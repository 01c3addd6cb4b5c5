import { html, type Markup } from './markup.js';

/** Where a score from 0 to 10 stands on a line, in percent. */
const at = (score: string | number): string => `${Number((Math.min(10, Math.max(0, Number(score))) * 10).toFixed(2))}%`;

/** A score on a ruler from 0 to 10, with the mark. The drawing only repeats what the text beside it says; places are attributes, since pages may hold no style. */
export function ruler(overall: string, mark: string): Markup {
  const ticks = Array.from({ length: 21 }, (_, half) => half / 2);
  return html`<figure class="ruler" role="img" aria-label="Score ${overall} of 10. The mark stands at ${mark}."><svg width="100%" height="118" aria-hidden="true" focusable="false">
<text class="shown" x="${at(overall)}" y="26" text-anchor="middle">${overall}</text>
<svg x="${at(overall)}" y="34" width="1" height="9" overflow="visible"><path class="pointer" d="M-7 0H7L0 8Z"/></svg>
<rect class="track" x="0" y="46" width="100%" height="10" rx="1"/><rect class="filled" x="0" y="46" width="${at(overall)}" height="10" rx="1"/>
${ticks.map((score) => html`<line class="tick" x1="${at(score)}" x2="${at(score)}" y1="56" y2="${Number.isInteger(score) ? 66 : 61}"/>`)}
<line class="mark" x1="${at(mark)}" x2="${at(mark)}" y1="42" y2="94"/>
${[0, 2, 4, 6, 8, 10].map((score) => html`<text class="number" x="${at(score)}" y="84" text-anchor="middle">${score}</text>`)}
<text class="mark-number" x="${at(mark)}" y="110" text-anchor="middle">${mark}</text>
</svg></figure>`;
}

/** A competency as a bar from 0 to 10. */
export function bar({ title, score }: { readonly title: string; readonly score: string }): Markup {
  return html`<li><p class="line"><span>${title}</span> <span class="score">${score}<span class="of"> of 10</span></span></p>
<svg class="bar" width="100%" height="8" aria-hidden="true" focusable="false"><rect class="track" width="100%" height="8" rx="2"/><rect class="filled" width="${at(score)}" height="8" rx="2"/></svg></li>`;
}

/** Drawn with lines, so that it has a shape besides its colour. */
export const marks = {
  fits: html`<svg class="icon" width="20" height="20" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M5 12.5l4.5 4.5L19 7"/></svg>`,
  fails: html`<svg class="icon" width="20" height="20" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M12 5v9M12 18.5v.5"/></svg>`,
} as const;
