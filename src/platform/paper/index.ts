export { Paper } from './paper.js';
export { PaperPress } from './paper-press.js';
export { PaperModule } from './paper.module.js';
export { accessiblePdf } from './accessible-pdf.js';
export { Lettering, type Letters } from './lettering.js';
export { type OutlinedLine, Outlines } from './outline.js';
export { type Face, unprintable } from './typefaces.js';
