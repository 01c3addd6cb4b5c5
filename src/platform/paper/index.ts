export { Paper } from './paper.js';
export { PaperPress } from './paper-press.js';
export { PaperModule } from './paper.module.js';
