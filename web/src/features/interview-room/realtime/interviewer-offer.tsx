import { IconMessages } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { interviewerQuery } from '../../../api/interviewer.js';
import { ButtonLink } from '../../../ui/button-link.js';
import styles from './realtime.module.css';

/** The way to a conversation, where somebody can hold one. */
export function InterviewerOffer({ id }: { id: string }) {
  const { data: interviewer } = useQuery(interviewerQuery);
  if (!interviewer) return null;
  return (
    <div className={styles.offer}>
      <ButtonLink variant="default" leftSection={<IconMessages size={18} stroke={1.5} aria-hidden />} to="/interviews/$id" params={{ id }} search={{ question: 'interviewer' }}>Speak with the interviewer</ButtonLink>
      <p className={styles.soft}>{interviewer.name} asks by voice, listens, and writes down what you say.{interviewer.needs === 'plan' && ' It comes with a plan.'}</p>
    </div>
  );
}
