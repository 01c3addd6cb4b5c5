import { useQuery } from '@tanstack/react-query';
import { type UnseenQuestions } from '../../api/generated/index.js';
import { unseenQuery } from '../../api/standing-queries.js';
import styles from './practice.module.css';

interface Props {
  roleId: string;
  levelId: string;
  questionCount: number;
}

/** What an interview without help can still earn, once one has seen model outlines. It says nothing as long as there is nothing to heed. */
export function UnseenNote({ roleId, levelId, questionCount }: Props) {
  const { data } = useQuery(unseenQuery(roleId, levelId));
  if (!data || (data.unseen === data.all && questionCount >= data.needed)) return null;
  const { unseen, all } = data;
  const seen = unseen === all ? '' : `You could read the model outline of ${all - unseen} of the ${all} questions for this role and level. `;
  return <p role="status" className={styles.next}>{seen}{consequence(data, questionCount)}</p>;
}

function consequence({ unseen, needed }: UnseenQuestions, questionCount: number): string {
  if (unseen < needed) return `A certificate needs ${needed} that are new to you, so this interview is practice. Another role or level may have them.`;
  if (questionCount < needed) return `Choose ${needed} questions or more if you want to earn a certificate.`;
  if (questionCount > unseen) return `Choose ${unseen} questions or fewer if you want to earn a certificate: all of them have to be new to you.`;
  return 'We ask you others, so this interview can earn a certificate.';
}
