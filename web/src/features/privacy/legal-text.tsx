import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { policyQuery } from '../../api/queries.js';
import { type PublishedPolicy } from '../../api/schema.js';
import { Loaded } from '../../ui/loaded.js';
import styles from './legal.module.css';
import { NotSetUp } from './not-set-up.js';

export interface Part {
  id: string;
  title: string;
  body: ReactNode;
}

/** A text that is read from the policy: its date, what is in it, and whom to ask at its end, unless it says so itself (`saysWho`). */
export function LegalText({ parts, saysWho = false }: { parts: (policy: PublishedPolicy) => readonly Part[]; saysWho?: boolean }) {
  return (
    <Loaded query={useQuery(policyQuery)} failed="The policy could not be read." skeleton={<Skeleton height={480} />}>
      {(policy) => <Text policy={policy} parts={parts(policy)} saysWho={saysWho} />}
    </Loaded>
  );
}

function Text({ policy, parts, saysWho }: { policy: PublishedPolicy; parts: readonly Part[]; saysWho: boolean }) {
  const changes = { id: 'changes', title: 'What has changed', body: <Changes policy={policy} /> };
  const ask = { id: 'ask', title: 'Whom to ask', body: <Contact policy={policy} /> };
  const all = [...parts, changes, ...(saysWho ? [] : [ask])];
  return (
    <div className={styles.text}>
      <nav className={styles.contents} aria-labelledby="on-this-page">
        <h2 id="on-this-page">On this page</h2>
        <ol>{all.map(({ id, title }) => <li key={id}><a href={`#${id}`}>{title}</a></li>)}</ol>
      </nav>
      <div className={styles.parts}>
        <p className={styles.version}>Version of <time dateTime={policy.version}>{policy.version}</time>, policy “{policy.name}”. It is written from the values this server runs on.</p>
        <NotSetUp policy={policy} />
        {all.map(({ id, title, body }) => <section key={id} aria-labelledby={id} className={styles.part}><h2 id={id} tabIndex={-1}>{title}</h2>{body}</section>)}
      </div>
    </div>
  );
}

function Changes({ policy: { changes } }: { policy: PublishedPolicy }) {
  return <dl className={styles.facts}>{changes.map(({ version, says }) => <Fact key={version} term={version}>{says}</Fact>)}</dl>;
}

/** Who runs this place and who answers, with how to reach each of them. */
export function Contact({ policy: { operator } }: { policy: PublishedPolicy }) {
  return (
    <dl className={styles.facts}>
      <Fact term="Who runs this place">{operator.name}</Fact>
      <Fact term="Address">{operator.address}</Fact>
      <Fact term="Questions about your data"><Mail to={operator.privacyContact} /></Fact>
      <Fact term="Who answers for your data">{operator.fiduciary.name}, <Mail to={operator.fiduciary.contact} /></Fact>
      <Fact term="Who hears complaints">{operator.grievanceOfficer.name}, <Mail to={operator.grievanceOfficer.contact} /></Fact>
    </dl>
  );
}

const Mail = ({ to }: { to: string }) => <a href={`mailto:${to}`}>{to}</a>;

export const Fact = ({ term, children }: { term: string; children: ReactNode }) => <><dt>{term}</dt><dd>{children}</dd></>;
