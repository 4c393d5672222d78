import type { Competency } from '../../../core/framework/model.ts';
import { type Coverage, coverageSummary } from '../../../core/library/coverage.ts';
import { pickOne } from '../../dialogs.ts';

/**
 * Asks for a competency, with its coverage beside it.
 *
 * @param coverage of the competencies to choose from; the list shows progress until it is there
 * @param isDescribed whether the description of each competency is shown, and searched
 * @returns undefined where the author changed their mind
 */
export async function pickCompetency(
	coverage: readonly Coverage[] | Promise<readonly Coverage[]>,
	title: string,
	placeHolder: string,
	isDescribed = true,
): Promise<Competency | undefined> {
	const rowsOf = (all: readonly Coverage[]) =>
		all.map((each) => ({
			label: each.competency.name,
			description: coverageSummary(each),
			...(isDescribed && { detail: each.competency.description }),
			competency: each.competency,
		}));
	const rows = coverage instanceof Promise ? coverage.then(rowsOf) : rowsOf(coverage);
	const picked = await pickOne(rows, { title, placeHolder, matchOnDetail: isDescribed });
	return picked?.competency;
}
