export { PageFault, pageFaults } from './page-fault.js';
export { type Page, PageFetch, type Wanted } from './page-fetch.js';
export { PagesModule } from './pages.module.js';
