import { type PublishedPolicy } from '../../api/schema.js';
import { inOneBreath } from '../../lib/format.js';
import { Fact, LegalText, type Part } from './legal-text.js';
import styles from './legal.module.css';

type Processor = PublishedPolicy['processors'][number];

/** Who outside works on people's data, and who was declared but is not asked here. */
export const ProcessorList = () => <LegalText parts={parts} />;

const parts = ({ processors, services, ai }: PublishedPolicy): readonly Part[] => [
  { id: 'in-use', title: 'Who works on data for us', body: <List processors={processors.filter(({ inUse }) => inUse)} ai={ai} none="Nobody outside. Answers are judged on the machines of whoever runs this place." /> },
  { id: 'services', title: 'What this place is connected to', body: <Services services={services} /> },
  {
    id: 'declared',
    title: 'Declared, and not in use',
    body: (
      <>
        <p>The server refuses to start with a provider that is not declared on this page. These are declared, but none of them is set up here, so they are given nothing.</p>
        <List processors={processors.filter(({ inUse }) => !inUse)} none="None." />
      </>
    ),
  },
  { id: 'limits', title: 'What they may do with it', body: <p>Each is given only what is written here, for this one use. Nothing of it is sold, and nothing of it is given to train AI models: each request asks the provider to keep nothing, wherever it has a setting for that. What each says about privacy itself is linked beside its name.</p> },
];

const Services = ({ services }: Pick<PublishedPolicy, 'services'>) => {
  if (services.length === 0) return <p>Nothing outside: mails, files and sign-ins are all kept here.</p>;
  return <dl className={styles.facts}>{services.map(({ name, purpose, data }) => <Fact key={name} term={name}><p>{purpose}.</p><p className={styles.soft}>It is given: {data}.</p></Fact>)}</dl>;
};

const WORK: Readonly<Record<PublishedPolicy['ai'][number]['roles'][number], string>> = {
  evaluator: 'judges answers', question_writer: 'words questions', transcriber: 'writes down what is said', voice: 'reads questions aloud', realtime: 'talks with candidates',
};

const List = ({ processors, ai = [], none }: { processors: readonly Processor[]; ai?: PublishedPolicy['ai']; none: string }) => {
  if (processors.length === 0) return <p>{none}</p>;
  return processors.map(({ id, name, purpose, data, region, policyUrl }) => (
    <article key={id} className={styles.part}>
      <h3>{name}</h3>
      <dl className={styles.facts}>
        <Fact term="What for">{purpose}</Fact>
        {ai.filter((used) => used.id === id).map(({ roles }) => <Fact key={id} term="As it is set up here, it">{inOneBreath(roles.map((role) => WORK[role]))}</Fact>)}
        <Fact term="What it is given">{data}</Fact>
        <Fact term="Where">{region}</Fact>
        <Fact term="What it says itself"><a href={policyUrl} rel="noreferrer">Privacy policy of {name}</a></Fact>
      </dl>
    </article>
  ));
};
