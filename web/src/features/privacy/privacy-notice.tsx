import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type PublishedPolicy } from '../../api/schema.js';
import { purposesQuery } from '../../consent/consent-api.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import { Contact, Fact, LegalText, type Part } from './legal-text.js';
import styles from './legal.module.css';

/** The privacy notice, rendered from the policy. */
export const PrivacyNotice = () => <LegalText parts={parts} saysWho />;

const parts = (policy: PublishedPolicy): readonly Part[] => [
  { id: 'who', title: 'Who we are', body: <Contact policy={policy} /> },
  { id: 'uses', title: 'What we use your data for', body: <Uses policy={policy} /> },
  { id: 'consents', title: 'What happens only if you allow it', body: <Consents /> },
  { id: 'kept', title: 'What we keep, and for how long', body: <Kept policy={policy} /> },
  { id: 'given', title: 'Who else is given your data', body: <Given policy={policy} /> },
  { id: 'sale', title: 'Nothing is sold', body: <Sale /> },
  { id: 'rights', title: 'Your rights, and where you use them', body: <Rights policy={policy} /> },
  { id: 'ages', title: 'Age', body: <p>You need to be {policy.ages.account} or older to have an account, and {policy.ages.adult} or older to be shown to recruiters. Below that nothing you enter is kept.</p> },
];

const Uses = ({ policy }: { policy: PublishedPolicy }) => (
  <dl className={styles.facts}>
    {policy.uses.map(({ data, why, basis }) => <Fact key={data} term={data}><p>{why}.</p><p className={styles.soft}>{basis}</p></Fact>)}
  </dl>
);

function Consents() {
  return (
    <>
      <p>Each of these has a switch of its own and is off until you turn it on. You take it back with the same switch, in one press.</p>
      <Loaded query={useQuery(purposesQuery)} failed="The texts could not be read." skeleton={<LinesSkeleton lines={6} />}>
        {({ purposes }) => (
          <dl className={styles.facts}>
            {purposes.map(({ purpose, title, body, lasts, version }) => (
              <Fact key={purpose} term={title}><p>{body}</p><p className={styles.soft}>{lasts === null ? 'Until you take it back' : `For ${lasts}`}. Version {version}.</p></Fact>
            ))}
          </dl>
        )}
      </Loaded>
    </>
  );
}

const Kept = ({ policy }: { policy: PublishedPolicy }) => (
  <dl className={`${styles.facts} ${styles.longTerms}`}>
    {policy.retention.map(({ id, says, keep, from }) => <Fact key={id} term={says}><p>{keep}</p><p className={styles.soft}>Counted from {from}</p></Fact>)}
  </dl>
);

function Given({ policy }: { policy: PublishedPolicy }) {
  const used = [...policy.processors.filter(({ inUse }) => inUse), ...policy.services];
  return (
    <>
      {used.length === 0 ? <p>Nobody works on your data for us outside this place.</p> : <ul>{used.map(({ name, purpose }) => <li key={name}>{name}: {purpose}.</li>)}</ul>}
      <p>What each is for, and what each may see, stands on the page <Link to="/legal/processors">Who else is given data</Link>. Recruiters see of you what you choose, and only while you allow it.</p>
    </>
  );
}

const Sale = () => (
  <p>
    We do not sell your data, and share it for nobody’s advertising. If your browser sends the Global Privacy Control signal, that counts.
    {' '}<Link to="/do-not-sell">Do not sell or share my data</Link>
  </p>
);

const Rights = ({ policy }: { policy: PublishedPolicy }) => (
  <>
    <p>In the <Link to="/privacy">privacy centre</Link> you do all of this yourself, at once:</p>
    <ul>
      <li><strong>See</strong> what is held of you, since when and until when, and who was shown something of it.</li>
      <li><strong>Download</strong> a copy of all of it, as files for people and for programs.</li>
      <li><strong>Correct</strong> it, or ask us to.</li>
      <li><strong>Object</strong> to a use, or restrict every optional one.</li>
      <li><strong>Withdraw</strong> what you allowed.</li>
      <li><strong>Delete</strong> single things, or your account with everything in it.</li>
    </ul>
    <p>
      You may also write to <a href={`mailto:${policy.operator.privacyContact}`}>{policy.operator.privacyContact}</a>; you have our answer within {policy.answerWithin}.
      The copy holds what you gave us and what was made of it. What recruiters noted about you is in it, without the name of whoever wrote it.
      If we do not help you, complain to <a href={`mailto:${policy.operator.grievanceOfficer.contact}`}>{policy.operator.grievanceOfficer.name}</a>, or to the authority that supervises us.
    </p>
  </>
);
