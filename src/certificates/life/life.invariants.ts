import { keepsInvariant } from '../../platform/invariants/index.js';

keepsInvariant({
  name: 'certificates.ended_is_gone',
  says: 'Nothing of what stood on a certificate is left an hour after it has ended, and no way to its owner once its time is over',
  async broken({ tx }) {
    const rows = await tx.query<{ id: string }[]>(
      `select c.id from certificates.certificate c left join certificates.content b on b.certificate_id = c.id
        where (c.state in ('issued', 'revoked', 'expired') and c.valid_until < clock.now() - interval '1 hour' and (c.state = 'issued' or c.candidate_id is not null or b.certificate_id is not null))
          or (c.state = 'revoked' and c.revoked_because <> 'erased' and b.certificate_id is not null)`);
    return rows.map(({ id }) => `certificate ${id}`);
  },
});

keepsInvariant({
  name: 'certificates.one_holds',
  says: 'A certificate that was corrected does not hold beside the one in its place',
  async broken({ tx }) {
    const rows = await tx.query<{ id: string }[]>(
      `select o.id from certificates.certificate o join certificates.certificate n on n.replaces = o.id where n.issued_at is not null and n.state in ('issued', 'revoked') and o.state = 'issued' and o.valid_until > clock.now()`);
    return rows.map(({ id }) => `certificate ${id}`);
  },
});
