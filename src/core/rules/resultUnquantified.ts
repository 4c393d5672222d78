import { tellsHowMuch } from './english/outcome.ts';
import { isEnglishSection } from './english/storyLanguage.ts';
import type { Rule } from './rule.ts';
import { isOfKind, writtenName } from '../story/model.ts';

export const resultUnquantified: Rule = {
	id: 'result-unquantified',
	severity: 'information',
	summary: 'A Result with no measurable outcome.',
	explanation:
		'“It went much better” is what everybody says; a number is what the listener writes down. ' +
		'A percentage, a duration, an amount, a before and after will do, in words too: ' +
		'“halved”, “from weeks to days”, “no page since”. ' +
		'Years, versions, ticket numbers and the size of the team measure nothing. ' +
		'English only; a Result with a table, code block or picture is taken to hold the figures.',
	bad: [
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## «Result»\n\n' +
			'In 2021 the team of 5 shipped version 3, and everyone was happy with it.\n',
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n' +
			'**«Impact»:** Reviews became much faster and the mood was better.\n',
	],
	good: [
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Result\n\n' +
			'She shipped alone after 19 days instead of eleven weeks.\n',
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Result\n\n' +
			'The questions to the rest of us halved, and there has been no page since.\n',
	],
	on: 'story',
	isLocal: true,
	*check(story, document) {
		const results = story.sections.filter((section) => isOfKind(section, 'result') && !section.empty);
		const [first] = results;
		// The figure may be the answer to a question that is still open.
		if (!first || results.some(({ openPrompts }) => openPrompts)) return;
		if (!results.every((section) => isEnglishSection(document, story, section))) return;
		if (results.some((section) => tellsHowMuch(document.passages.of(section)))) return;
		const name = writtenName(first, document.text);
		yield { message: `${name} has no number: what changed, by how much?`, span: first.name };
	},
};
