import { classify, everyday } from '../classifier/questionModel.ts';
import type { ReadModels } from '../classifier/encoding.ts';
import type { Example } from './trainModel.ts';

/** What a class has of each of the everyday ones before anything was seen, in texts. */
const unseen = 1;

/**
 * What part of the texts that are taken for a competency of {@link everyday} each class has, where all classes are asked
 * for equally often: a row a class, in the order of the first model's classes.
 *
 * @param models those of {@link everyday}
 */
export function kinShares(
	examples: readonly Example[],
	classes: readonly string[],
	models: ReadModels,
): readonly (readonly number[])[] {
	const asked = models.models[0]?.classes ?? [];
	const rows = classes.map(() => asked.map(() => unseen / asked.length));
	for (const {
		text,
		classes: [first = ''],
	} of examples) {
		const likelihoods = classify(text, new Set([everyday]), models).get(everyday);
		const row = rows[classes.indexOf(first)] ?? [];
		for (const [each, name] of asked.entries()) row[each] = (row[each] ?? 0) + (likelihoods?.get(name) ?? 0);
	}
	const shares = rows.map((row) => {
		const total = row.reduce((sum, seen) => sum + seen, 0);
		return row.map((seen) => seen / total);
	});
	const totals = asked.map((_, each) => shares.reduce((sum, row) => sum + (row[each] ?? 0), 0));
	return shares.map((row) => row.map((share, each) => share / (totals[each] ?? 1)));
}
