import type { CompetencyLookup } from '../framework/lookup.ts';
import { opportunitiesFor } from '../opportunities/opportunity.ts';
import { readOpportunities } from '../opportunities/readOpportunities.ts';
import { parseMarkdown, visibleText } from '../story/markdown.ts';
import type { ReportOpportunity } from './report.ts';

/**
 * What an author plans and has not done yet, as a report tells it.
 * @param text the whole file of opportunities
 * @returns by the id of the competency it is for, what is due first in front
 */
export function plannedOpportunities(text: string, competencies: CompetencyLookup): ReadonlyMap<string, readonly ReportOpportunity[]> {
	const open = readOpportunities(text, competencies).filter(({ done }) => !done);
	return new Map(competencies.all.map(({ id }) => [id, opportunitiesFor(id, open).map(({ what, by, with: whom }) => told(what, by, whom))] as const));
}

function told(what: string, by: string | undefined, whom: string | undefined): ReportOpportunity {
	const text = visibleText(parseMarkdown(what).root).replace(/\s+/gu, ' ').trim();
	return { text: whom === undefined ? text : `${text}, with ${whom}`, ...(by !== undefined && { when: by }) };
}
