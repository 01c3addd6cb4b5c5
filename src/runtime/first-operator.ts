import { OperatorClaims } from '../accounts/index.js';
import { quietly } from './quietly.js';

/** Prints the link that makes its opener the operator, while there is none. */
await quietly(async (app, { settings }) => {
  const token = await app.get(OperatorClaims).open();
  if (token) process.stdout.write(`${settings.PUBLIC_URL}/operator/claim#token=${token}\n`);
});
