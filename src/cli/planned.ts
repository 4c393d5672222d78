import { readOpportunities } from '../core/questions/opportunities/readOpportunities.ts';
import type { ReportInput } from '../core/report/buildReport.ts';
import { plannedOpportunities } from '../core/report/reportStory.ts';
import { listInFolder } from './listInFolder.ts';
import type { StoryFolder } from './storyFolder.ts';

/**
 * What the author plans, by the folder's list of opportunities.
 *
 * @throws Refusal where the list is there and cannot be read
 */
export async function readPlanned(folder: StoryFolder): Promise<ReportInput['opportunities']> {
	return listInFolder(folder, folder.opportunities, (text) =>
		plannedOpportunities(readOpportunities(text, folder.lookups.competencies)),
	);
}
