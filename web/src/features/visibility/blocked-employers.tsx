import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconX } from '@tabler/icons-react';
import { ProblemError } from '../../api/problem.js';
import { type BlockedEmployers as Blocked, blocksQuery, saveBlocks } from '../../api/visibility-queries.js';
import { Failure } from '../../ui/failure.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import { BlockField } from './block-field.js';
import styles from './visibility.module.css';

/** By whom one is not seen, whatever one shares. */
export function BlockedEmployers() {
  const query = useQuery(blocksQuery);
  return (
    <section className={styles.part} aria-labelledby="blocked">
      <h2 id="blocked">Who never sees you</h2>
      <p className={styles.soft}>Your employer, perhaps. Whoever you put here finds you in no search, and neither does anybody else at their web domain, nor an agency that hires for them. They are not told that you hide: those who saw you read that somebody can no longer be found, as if you had turned the switch off.</p>
      <Loaded query={query} failed="The employers you hide from could not be read." skeleton={<LinesSkeleton lines={2} />}>{(blocked) => <Editor blocked={blocked} />}</Loaded>
    </section>
  );
}

function Editor({ blocked }: { blocked: Blocked }) {
  const queryClient = useQueryClient();
  const saving = useMutation({ mutationFn: saveBlocks, onSuccess: (saved) => queryClient.setQueryData(blocksQuery.queryKey, saved) });
  const { domains, organisations } = blocked;
  const fault = saving.error instanceof ProblemError ? Object.values(saving.error.problem.fields)[0] : undefined;
  return (
    <>
      <BlockField
        busy={saving.isPending} error={fault} onDomain={(domain) => saving.mutate({ domains: [...domains, domain], organisations })}
        onOrganisation={({ id, name, domain }) => saving.mutate({ domains, organisations: [...organisations, { id, name, domain }] })}
      />
      {saving.isError && fault === undefined && <Failure title="This was not saved." error={saving.error} />}
      {domains.length + organisations.length === 0 ? <p className={styles.soft}>You hide from nobody.</p> : (
        <ul className={styles.blocked} aria-label="Employers you hide from">
          {organisations.map(({ id, name, domain }) => (
            <Row key={id} says={`${name} (${domain})`} busy={saving.isPending} onRemove={() => saving.mutate({ domains, organisations: organisations.filter((other) => other.id !== id) })} />
          ))}
          {domains.map((domain) => (
            <Row key={domain} says={domain} busy={saving.isPending} onRemove={() => saving.mutate({ domains: domains.filter((other) => other !== domain), organisations })} />
          ))}
        </ul>
      )}
    </>
  );
}

function Row({ says, busy, onRemove }: { says: string; busy: boolean; onRemove: () => void }) {
  return (
    <li>
      <span>{says}</span>
      <button type="button" className={styles.remove} disabled={busy} onClick={onRemove}>Hide no longer<span className="visually-hidden"> from {says}</span><IconX size={16} stroke={1.5} aria-hidden /></button>
    </li>
  );
}
