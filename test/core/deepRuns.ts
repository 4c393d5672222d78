// Required by `npm run test:deep`.
import { runDeep } from './propertyRuns.ts';

runDeep();
