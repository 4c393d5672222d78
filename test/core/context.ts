import type { AnalysisContext } from '../../src/core/analysis.ts';
import { staff } from '../../src/core/framework/staff.ts';

/** The context of a default installation. */
export const defaultContext: AnalysisContext = { fileName: 'a-story.md', frameworks: [staff], severities: {}, today: '2026-11-22' };
