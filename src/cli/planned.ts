import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing } from '../core/library/files/markdownName.ts';
import { readOpportunities } from '../core/questions/opportunities/readOpportunities.ts';
import type { ReportInput } from '../core/report/buildReport.ts';
import { plannedOpportunities } from '../core/report/reportStory.ts';
import { readText, reasonOf } from './readText.ts';
import { within } from './within.ts';
import type { StoryFolder } from './storyFolder.ts';
import { Refusal } from './terminal.ts';

/**
 * What the author plans, by the folder's list of opportunities.
 *
 * @throws Refusal where the list is there and cannot be read
 */
export async function readPlanned(folder: StoryFolder): Promise<ReportInput['opportunities']> {
	const file = folder.opportunities === undefined ? undefined : join(folder.path, folder.opportunities);
	if (file === undefined) return undefined;
	try {
		await stat(file);
	} catch (error) {
		if (isMissing(error)) return undefined;
		throw new Refusal(`${folder.opportunities} was not read: ${reasonOf(error)}.`);
	}
	const reading = await readText(file);
	if (reading === 'binary') return undefined;
	if ('notRead' in reading) throw new Refusal(`${folder.opportunities} was not read: ${reading.notRead}.`);
	const planned = within(() => plannedOpportunities(readOpportunities(reading.text, folder.lookups.competencies)));
	if (!planned) throw new Refusal(`${folder.opportunities} is too intricate to be read: nest its lists less deeply.`);
	return planned;
}
