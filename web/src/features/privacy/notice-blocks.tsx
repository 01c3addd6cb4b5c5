import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { type NoticeBlock, type NoticeWords } from '../../api/notice-queries.js';
import styles from './legal.module.css';

/** A part of a notice as the server wrote it. */
export const Blocks = ({ blocks }: { blocks: readonly NoticeBlock[] }) => blocks.map((block, at) => <Block key={at} block={block} />);

function Block({ block }: { block: NoticeBlock }) {
  switch (block.kind) {
    case 'paragraph': return <p className={block.now ? styles.now : undefined}><Words of={block.text} /></p>;
    case 'heading': return <h3><Words of={block.text} /></h3>;
    case 'list': return <ul>{block.items.map((item, at) => <li key={at}><Words of={item} /></li>)}</ul>;
    case 'facts': return <Facts block={block} />;
  }
}

/** Terms that are sentences need the larger half of the room. */
const LONG_TERM = 60;

function Facts({ block: { facts, names } }: { block: Extract<NoticeBlock, { kind: 'facts' }> }) {
  const width = facts.some(({ term }) => term.length > LONG_TERM) ? styles.longTerms : '';
  return (
    <dl className={names ? styles.kept : `${styles.facts} ${width}`}>
      {facts.map(({ term, says }) => (
        <Fragment key={term}>
          <dt>{names ? <code>{term}</code> : term}</dt>
          <dd>{says.map((words, at) => <p key={at} className={at > 0 ? styles.soft : undefined}><Words of={words} /></p>)}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

const Words = ({ of }: { of: NoticeWords }) => of.map((word, at) => <Fragment key={at}>{typeof word === 'string' ? word : <Reference {...word} />}</Fragment>);

/** A path of our own, another site, or an address to write to. */
const Reference = ({ text, href }: { text: string; href: string }) => (href.startsWith('/') ? <Link to={href}>{text}</Link> : <a href={href} rel="noreferrer">{text}</a>);
