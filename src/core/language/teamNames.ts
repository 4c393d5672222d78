import type { Token } from './passage.ts';
import { common, isCapitalised } from './traces.ts';
import { wordSet } from './wordSet.ts';

const functions = wordSet(
	'product design legal security finance sales marketing operations ops support research platform ' +
		'infrastructure mobile backend back-end frontend front-end compliance qa sre analytics procurement hr ' +
		'hardware firmware data ml billing payments checkout logistics engineering editorial risk audit ' +
		'auditors accounting vendor vendors supplier suppliers science scientists designers lawyers customer ' +
		'web ios android devops architecture brand growth search identity fraud purchasing manufacturing ' +
		'production warehouse nursing wards pharmacy',
);

const groups = wordSet(
	'team teams squad squads group groups tribe tribes guild guilds department departments org desk side ' +
		'folks people engineers developers crew unit office',
);

/** Whether a passage names the teams that had to agree: two functions or names of groups, or one of them beside "my team". */
export function namesTeams(tokens: readonly Token[]): boolean {
	const found = new Set<string>();
	for (const [index, { form, text, lower, opens }] of tokens.entries()) {
		if (form !== 'word') continue;
		const next = tokens[index + 1];
		const previous = tokens[index - 1]?.lower ?? '';
		if (functions.has(lower) && !isAttribute(lower, next)) found.add(lower);
		else if (isCapitalised(text) || /^\p{Lu}{2,5}$/u.test(text)) {
			const besideGroup = groups.has(next?.lower ?? '') || groups.has(previous);
			if (!common.has(lower) && lower !== 'i' && (!opens || besideGroup || acts.test(next?.lower ?? '')))
				found.add(lower);
		}
	}
	return found.size >= 2;
}

/** "Customer record" and "data contract" name things, "customer support" and "data science" name people. */
function isAttribute(lower: string, next: Token | undefined): boolean {
	if (
		!/^(?:customer|data|web|product|design|search|payments?|production|platform|identity|security|support|risk|architecture|production)$/u.test(
			lower,
		)
	)
		return false;
	if (!next || next.form !== 'word') return false;
	return !(
		functions.has(next.lower) ||
		groups.has(next.lower) ||
		acts.test(next.lower) ||
		/^(?:and|or|had|team's|lead|leads|managers?)$/u.test(next.lower)
	);
}

/** Verbs that sides have in a disagreement. */
const acts =
	/^(?:want|need|fear|ship|had|has|have|was|were|publish|own|store|stor|compute|promis|ask|insist|refus|use|thought|felt|prefer|argu|care|deploy|built|wrote|could|would|and|each|did|said|blam|wait|depend)/u;
