import { opportunitiesFor, type PlannedExperience } from '../opportunities/opportunity.ts';
import { parseMarkdown, visibleText } from '../story/markdown.ts';
import type { ReportOpportunity } from './report.ts';

/**
 * What an author plans and has not done yet, as a report tells it.
 * @param opportunities of every list that counts
 * @returns by the id of the competency it is for, what is due first in front
 */
export function plannedOpportunities(
	opportunities: readonly (PlannedExperience & { readonly done: boolean })[],
): ReadonlyMap<string, readonly ReportOpportunity[]> {
	const open = opportunities.filter(({ done }) => !done);
	const competencies = new Set(open.flatMap(({ competency }) => competency ?? []));
	return new Map([...competencies].map((id) => [id, opportunitiesFor(id, open).map(({ what, by, with: whom }) => told(what, by, whom))] as const));
}

function told(what: string, by: string | undefined, whom: string | undefined): ReportOpportunity {
	const text = visibleText(parseMarkdown(what).root).replace(/\s+/gu, ' ').trim();
	return { text: whom === undefined ? text : `${text}, with ${whom}`, ...(by !== undefined && { when: by }) };
}
