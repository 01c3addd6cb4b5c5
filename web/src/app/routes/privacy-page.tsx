import { Link } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { Allowed } from '../../features/privacy-centre/allowed.js';
import { GivenToAuthorities } from '../../features/privacy-centre/given-to-authorities.js';
import { Held } from '../../features/privacy-centre/held.js';
import { KeptByLaw } from '../../features/privacy-centre/kept-by-law.js';
import { Objections } from '../../features/privacy-centre/objections.js';
import styles from '../../features/privacy-centre/privacy-centre.module.css';
import { Seen } from '../../features/privacy-centre/seen.js';
import { PageHeading } from '../../ui/page-heading.js';
import { paths } from '../paths.js';

export const PrivacyPage = () => (
  <>
    <PageHeading title="Privacy centre" lead="What is held of you, who saw it, what you allow, and what you can do about each.">Privacy centre</PageHeading>
    <div className={styles.centre}>
      <Part id="rights" title="What you can do">
        <ul className={styles.rights}>
          <Right name="Download"><Link to={paths.dataExport}>A copy of all your data</Link>, as files for you and for programs</Right>
          <Right name="Correct"><Link to={paths.profile}>Name and address</Link>, <Link to={paths.resume}>resume</Link>, <Link to={paths.candidateProfile}>profile</Link>. <Link to={paths.dataRequests}>Ask us</Link> for what you cannot change yourself</Right>
          <Right name="Object, restrict"><a href="#object">Stop one use of your data, or all that is optional</a></Right>
          <Right name="Withdraw"><Link to={paths.consents}>Everything you allowed, each with its switch and its receipts</Link></Right>
          <Right name="Delete"><Link to={paths.practice}>Single interviews</Link>, <Link to={paths.assessment}>assessments</Link>, <Link to={paths.resume}>your resume</Link>, <Link to={paths.candidateProfile}>your profile</Link>, or <Link to={paths.account}>your account</Link> with everything in it. <Link to={paths.myInvitations} hash="copies">Copies of interviews that others may have</Link>, too: you ask, and each of them says when it is done</Right>
          <Right name="Complain"><Link to={paths.dataRequests}>Ask, or complain</Link>: you see by which day you are answered</Right>
          <Right name="No sale"><Link to={paths.doNotSell}>Do not sell or share my data</Link></Right>
        </ul>
      </Part>
      <Part id="held" title="What is held of you"><Held /><KeptByLaw /></Part>
      <Part id="seen" title="Who saw you"><Seen /><p><Link to={paths.seen}>Everyone who was shown something of you</Link></p><GivenToAuthorities /></Part>
      <Part id="allowed" title="What you allow"><Allowed /><p><Link to={paths.consents}>Change it, and what you allowed before</Link></p></Part>
      <Part id="object" title="Object and restrict"><p>An objection ends what you had allowed for that use, at once, and nobody can ask you for it again until you lift it.</p><Objections /></Part>
    </div>
  </>
);

const Part = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <section className={styles.section} aria-labelledby={id}><h2 id={id} tabIndex={-1}>{title}</h2>{children}</section>
);

const Right = ({ name, children }: { name: string; children: ReactNode }) => <li><span className={styles.right}>{name}</span><span>{children}</span></li>;
