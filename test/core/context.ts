import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import type { AnalysisContext } from '../../src/core/rules/analysis.ts';

/** The context of a default installation. */
export const defaultContext: AnalysisContext = {
	fileName: 'a-story.md',
	lookups: new Lookups([staff]),
	severities: {},
	today: '2026-11-22',
};
