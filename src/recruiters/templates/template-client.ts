import { type Seat } from '../organisations/seats.js';
import { type ForClient } from './template-version.repository.js';
import { unknownClient } from './templates.errors.js';

/** The client of that id, with its name as it is now. AppError `recruiters.unknown_client` when the organisation does not name it. */
export function clientOf({ clients }: Pick<Seat, 'clients'>, clientId: string | null): ForClient {
  if (clientId === null) return { clientId: null, clientName: null };
  const client = clients.find(({ id }) => id === clientId);
  if (!client) throw unknownClient();
  return { clientId, clientName: client.name };
}
