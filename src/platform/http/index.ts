export { Authenticator, ByToken, For, Me, Public, SignedIn, type Actor } from './access.js';
export { View, Id } from './view.js';
export { RateLimiter } from './rate-limiter.js';
export { HttpModule } from './http.module.js';
export { httpApp } from './http-app.js';
