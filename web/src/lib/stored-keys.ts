/** What our pages keep in a browser. The list is the server's, which writes the page on cookies from it. */
export { browserKey, isOurs, recordingsDatabase, tabKey, type BrowserKey, type TabKey } from '../../../src/app/notices/stored-keys.js';
