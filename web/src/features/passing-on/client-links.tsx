import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type ClientLink, clientLinksKey, clientLinksQuery, revokeClientLink } from '../../api/passing-on-queries.js';
import { count, showInstant, showMoment } from '../../lib/format.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import { Notice } from '../../ui/notice.js';
import { LinkForm } from './link-form.js';
import styles from './passing-on.module.css';

/** Somebody who was interviewed, as the page calls them. */
export interface KnownPerson {
  readonly invitationId: string;
  readonly name: string;
}

/** The links by which results go to the client: who may be in one, who has opened one, and the way to end it. */
export function ClientLinks({ templateId, people }: { templateId: string; people: readonly KnownPerson[] }) {
  const query = useQuery(clientLinksQuery(templateId));
  const [isMade, setMade] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const made = (): void => {
    setMade(true);
    heading.current?.focus();
  };
  return (
    <section className={styles.part} aria-labelledby="client-links">
      <h2 id="client-links" ref={heading} tabIndex={-1}>Links for your client</h2>
      <Loaded query={query} failed="The links could not be read." skeleton={<LinesSkeleton lines={4} />}>
        {({ links, shareable, mostDays, mostPeople }) => {
          const known = shareable.map((one) => ({ ...one, name: people.find(({ invitationId }) => invitationId === one.invitationId)?.name ?? 'Somebody' }));
          return (
            <>
              <p>A link shows one person at your client the names, answers and scores of those who allow it: no addresses, no recordings, and nothing of what single people here rated or wrote. Each opening is written down, here and for whoever was shown.</p>
              {isMade && <Notice kind="done">The link was mailed.</Notice>}
              {known.length === 0
                ? <p className={styles.soft}>Nobody here lets their results be passed on at the moment. Everybody decides this for themself, and can change it.</p>
                : <LinkForm templateId={templateId} shareable={known} mostDays={mostDays} mostPeople={mostPeople} onMade={made} />}
              {links.length > 0 && <ul className={styles.list}>{links.map((link) => <LinkRow key={link.id} link={link} people={people} />)}</ul>}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

function LinkRow({ link, people }: { link: ClientLink; people: readonly KnownPerson[] }) {
  const { id, clientName, recipientName, recipientEmail, endsAt, revokedAt, isLive, shows, openings } = link;
  const [isAsking, setAsking] = useState(false);
  const queryClient = useQueryClient();
  const revoking = useMutation({
    mutationFn: () => revokeClientLink(id),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: clientLinksKey });
      setAsking(false);
    },
  });
  const names = shows.map((shown) => people.find(({ invitationId }) => invitationId === shown)?.name ?? 'Somebody');
  return (
    <li className={styles.row}>
      <div className={styles.rowText}>
        <p className={styles.name}>{recipientName}, {clientName}</p>
        <p className={styles.soft}>{recipientEmail}</p>
        <p>{standing(isLive, revokedAt, endsAt)} {isLive && (names.length === 0 ? 'It shows nobody any more.' : `It shows ${names.join(', ')}.`)}</p>
        <Openings openings={openings} />
      </div>
      {isLive && <Button variant="default" size="compact-md" onClick={() => setAsking(true)}>Take back<span className="visually-hidden"> the link of {recipientName}</span></Button>}
      <ConfirmDialog open={isAsking} title="Take this link back?" verb="Take the link back" destroys busy={revoking.isPending} error={revoking.error} onConfirm={() => revoking.mutate()} onClose={() => setAsking(false)}>
        <p>{recipientName} sees nothing more by it from that moment.</p>
      </ConfirmDialog>
    </li>
  );
}

function standing(isLive: boolean, revokedAt: string | null, endsAt: string): string {
  if (revokedAt !== null) return `Taken back on ${showMoment(revokedAt)}.`;
  return isLive ? `Works until ${showMoment(endsAt)}.` : `Over since ${showMoment(endsAt)}.`;
}

function Openings({ openings }: { openings: readonly string[] }) {
  if (openings.length === 0) return <p className={styles.soft}>Not opened yet.</p>;
  return (
    <details className={styles.soft}>
      <summary>Opened {count(openings.length, 'time')}</summary>
      <ul>{openings.map((at) => <li key={at}>{showInstant(at)}</li>)}</ul>
    </details>
  );
}
