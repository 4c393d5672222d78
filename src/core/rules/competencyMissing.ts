import { ownLine, sharesFrontMatter } from '../edit/storyLine.ts';
import { addTag } from '../edit/storyTags.ts';
import { writtenIdOf } from '../framework/lookups.ts';
import type { FieldValue } from '../story/fields.ts';
import type { Rule } from './rule.ts';

export const competencyMissing: Rule = {
	id: 'competency-missing',
	severity: 'warning',
	summary: 'A story without competency tags.',
	explanation:
		'A story is found by the competency it proves. ' +
		'Without a tag it counts for none, however good it is. ' +
		'Name the one it proves best first; that is its primary competency.',
	bad: [
		'---\n«competencies»: []\n---\n# Onboarding Ines\n',
		'---\n«competencies»:\n---\n# Onboarding Ines\n',
		'---\n«competencies»: [""]\n---\n# Onboarding Ines\n',
		'---\ntype: star-story\n---\n# «Onboarding Ines»\n',
	],
	good: ['---\ncompetencies: mentorship\n---\n# Onboarding Ines\n'],
	on: 'story',
	*check(story, document, { lookups: { competencies } }) {
		if (story.tags.length > 0 || (document.frontMatter && !document.frontMatter.intact)) return;
		// A value of the wrong kind is already reported as such.
		if (story.tagSource && !isEmpty(story.tagSource.value)) return;
		const place = { document, story, competencies };
		const fixes = () => {
			const inLine = ownLine(story, 'competencies') !== undefined || sharesFrontMatter(document, story);
			return competencies.all.flatMap((competency) => {
				const { edits } = addTag(place, inLine ? competency.name : writtenIdOf(competency));
				return edits.length > 0 ? [{ title: `Tag with ${competency.name}`, edits }] : [];
			});
		};
		yield {
			message: 'No competency yet: which one does this story prove?',
			span: story.tagSource?.key ?? story.anchor,
			fixes,
		};
	},
};

function isEmpty(value: FieldValue): boolean {
	return (value.kind === 'list' ? value.items : [value]).every(
		(item) => item.kind === 'scalar' && item.text.trim() === '',
	);
}
