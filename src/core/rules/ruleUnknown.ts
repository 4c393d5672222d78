import { setFrontMatterField } from '../edit/frontMatterSet.ts';
import { nearestName } from '../framework/nearness.ts';
import type { Document } from '../story/document.ts';
import type { Finding, Fix } from '../text/problem.ts';
import type { Located } from '../text/span.ts';
import { shorten } from '../text/words.ts';
import type { Rule } from './rule.ts';
import { findSuppressions } from './suppressions.ts';

/** `ignore: true` is a switch of the author's blog or vault. */
const isSwitch = /^(?:true|false|yes|no)$/iu;

export const ruleUnknown: Rule = {
	id: 'rule-unknown',
	severity: 'hint',
	summary: 'A rule that is to be switched off, and that there is none of.',
	explanation:
		'A misspelt rule in `ignore`, or in a comment such as `<!-- star-stories-disable length -->`, switches nothing off. ' +
		'Beside a rule in a comment, words that come near none are taken for a reason and left alone.',
	bad: [
		'---\ncompetencies: mentorship\nignore: [«lenght», stale]\n---\n# Onboarding Ines\n',
		'---\ncompetencies: mentorship\n---\n# Onboarding Ines\n\n' +
			'<!-- star-stories-disable-next-line «sectionempty» -->\n## Situation\n\n## Task\n\nI was to start her.\n',
	],
	good: [
		'---\ncompetencies: mentorship\nignore: [length, stale]\n---\n# Onboarding Ines\n\n' +
			'<!-- star-stories-disable placeholder until the figures are in -->\n',
	],
	on: 'document',
	*check(document, { ruleIds = [] }) {
		const known = new Set(ruleIds);
		const { ignored, inComments } = findSuppressions(document);
		for (const name of ignored) {
			if (name.value !== '' && !known.has(name.value) && !isSwitch.test(name.value))
				yield findingFor(name, ruleIds, document, true);
		}
		for (const names of inComments) {
			const near = names.filter(({ value }) => !known.has(value) && nearestRule(value, ruleIds) !== undefined);
			// Beside a rule the other words are its reason; a comment that names none switches nothing off.
			const namesNone = near.length === 0 && !names.some(({ value }) => known.has(value));
			for (const name of namesNone ? names.slice(0, 1) : near) yield findingFor(name, ruleIds, document, false);
		}
	},
};

function nearestRule(written: string, ruleIds: readonly string[]): string | undefined {
	const joined = written.replaceAll(/[\s_-]/gu, '').toLowerCase();
	return ruleIds.find((id) => id.replaceAll('-', '') === joined) ?? nearestName(written, ruleIds);
}

function findingFor(
	{ value, span }: Located<string>,
	ruleIds: readonly string[],
	document: Document,
	inFrontMatter: boolean,
): Finding {
	const several = inFrontMatter ? severalRules(value, ruleIds) : undefined;
	if (several) {
		const message = `\`ignore\` takes a list: did you mean [${several.join(', ')}]?`;
		return { message, span, fixes: () => listFix(several, document) };
	}
	const meant = nearestRule(value, ruleIds);
	const hint = meant === undefined ? 'it switches nothing off.' : `did you mean \`${meant}\`?`;
	const message = `There is no rule \`${shorten(value)}\`: ${hint}`;
	if (meant === undefined) return { message, span };
	const edits = [{ span, newText: meant }];
	return { message, span, fixes: () => [{ title: `Change to ${meant}`, edits, preferred: true }] };
}

/** The rules in one text such as `length, stale`; undefined where not every one is known. */
function severalRules(text: string, ruleIds: readonly string[]): readonly string[] | undefined {
	const names = text.split(/[\s,;]+/u).filter((name) => name !== '');
	return names.length > 1 && names.every((name) => ruleIds.includes(name)) ? names : undefined;
}

function listFix(names: readonly string[], { text, frontMatter }: Document): readonly Fix[] {
	const value = frontMatter?.entries.find(({ key }) => key.value === 'ignore')?.value;
	if (value?.kind !== 'scalar') return [];
	const { edits } = setFrontMatterField(text, frontMatter, 'ignore', names);
	return edits.length > 0 ? [{ title: 'Make it a list', edits, preferred: true }] : [];
}
