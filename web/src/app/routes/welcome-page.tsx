import { SampleReport } from '../../features/results/sample-report.js';
import { Welcome } from '../../features/welcome/welcome.js';

export const WelcomePage = () => <Welcome sample={<SampleReport />} />;
