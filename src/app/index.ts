export { AppModule } from './app.module.js';
export { openApi } from './open-api.js';
export { webServer } from './web-server.js';
export { worker } from './worker.js';
