import { addEmptyAngles } from '../edit/angles.ts';
import { starKinds } from '../framework/sectionKind.ts';
import { isOfKind, taggedCompetencies } from '../story/model.ts';
import type { Rule } from './rule.ts';

/** A story for so many competencies sounds the same for each unless it is turned (product definition of angles). */
const minCompetencies = 3;

/** A story that is only begun has other questions open. */
const minSections = 3;

export const angleMissing: Rule = {
	id: 'angle-missing',
	severity: 'hint',
	summary: 'A story for three or more competencies without an angle for any.',
	explanation:
		'Who tells one story for three qualities tells it in three ways: to whom it is about mentorship, you lead with the ' +
		'person you taught, to whom it is about influence, with the option you argued against. ' +
		'`angles` keeps that sentence for each competency, and Find a Story, plans, cue cards and practice show it. ' +
		'The fix adds the names with nothing beside them. ' +
		'One angle, or the empty list of names, is enough for the hint to go.',
	bad: [
		'---\n«competencies»: [mentorship, technical-influence, technical-initiative]\n---\n\n# Onboarding Ines\n\n' +
			'## Situation\n\nInes joined in May.\n\n## Task\n\nI was to get her started.\n\n## Action\n\n' +
			'I paired with her daily.\n',
	],
	good: [
		'---\ncompetencies: [mentorship, technical-influence, technical-initiative]\nangles:\n' +
			'  mentorship: Lead with her first week on call.\n---\n\n# Onboarding Ines\n\n' +
			'## Situation\n\nInes joined in May.\n\n## Task\n\nI was to get her started.\n\n## Action\n\n' +
			'I paired with her daily.\n',
		'---\ncompetencies: [mentorship, technical-influence, technical-initiative]\n---\n\n# Onboarding Ines\n',
		'---\ncompetencies: [mentorship, technical-influence]\n---\n\n# Onboarding Ines\n\n' +
			'## Situation\n\nInes joined in May.\n\n## Task\n\nI was to get her started.\n\n## Action\n\n' +
			'I paired with her daily.\n',
	],
	on: 'story',
	*check(story, document, { lookups }) {
		const { tagSource, details, fields, sections } = story;
		if (!tagSource || details.status === 'retired' || fields.some(({ field }) => field.type === 'angles')) return;
		if (document.frontMatter && !document.frontMatter.intact) return;
		const tagged = taggedCompetencies(story.tags, lookups.competencies);
		if (tagged.length < minCompetencies) return;
		const told = starKinds.filter((kind) => sections.some((each) => isOfKind(each, kind) && !each.empty));
		if (told.length < minSections) return;
		const keys = tagged.flatMap(({ id }) => story.tags.find(({ competency }) => competency === id)?.text ?? []);
		yield {
			message: `For ${tagged.length} competencies, and no angle: with which sentence do you turn it to each?`,
			span: tagSource.key,
			fixes: () => {
				const { edits } = addEmptyAngles(document, story, keys, lookups);
				return edits.length > 0 ? [{ title: 'Add a place for each angle', edits, preferred: true }] : [];
			},
		};
	},
};
