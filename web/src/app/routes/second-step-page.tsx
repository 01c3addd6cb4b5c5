import { SecondStepForm } from '../../features/account/second-step-form.js';
import { useArrival } from './use-arrival.js';

export function SecondStepPage() {
  const onDone = useArrival();
  return <SecondStepForm onDone={onDone} />;
}
