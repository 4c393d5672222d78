import * as vscode from 'vscode';
import { coverageAnswer } from '../../core/assistant/coverageAnswer.ts';
import type { Services } from '../services.ts';
import { SharingTool } from './sharingTool.ts';

/** As the manifest declares it; what a model sends is checked all the same. */
interface CoverageInput {
	readonly competency?: unknown;
}

/** Tells what the stories cover. */
export function coverageTool(services: Services): SharingTool<CoverageInput> {
	return new SharingTool(services, vscode.l10n.t('Looking at what your stories cover'), async ({ competency }) => {
		return coverageAnswer(await services.reports.make({}), typeof competency === 'string' && competency.trim() !== '' ? competency : undefined);
	});
}
