import { frontMatterForCandidate, misspeltTagKey } from '../edit/storyTags.ts';
import { isMeantForStory } from '../story/stories.ts';
import type { Rule } from './rule.ts';

export const candidate: Rule = {
	id: 'candidate',
	severity: 'hint',
	summary: 'A file with the shape of a story and no competency tags.',
	explanation:
		'It has at least three of Situation, Task, Action and Result and is told by its author, but ' +
		'nothing says which competency it proves, so it is not counted. ' +
		'The fix adds front matter; name a competency there and the file becomes a story. ' +
		'Where front matter nearly has a field for competencies, such as `competancies`, the fix spells it ' +
		'right.',
	bad: [
		'# «Onboarding Ines»\n\n## Situation\n\nOur new colleague was lost.\n\n## Task\n\n' +
			'I was to get her started.\n\n## Action\n\nI paired with her daily.\n\n## Result\n\n' +
			'She shipped in week two.\n',
		'---\n«competancies»: [mentorship]\n---\n# Onboarding Ines\n\n## Situation\n\n' +
			'Our new colleague was lost.\n\n## Task\n\nI was to get her started.\n\n## Action\n\n' +
			'I paired with her daily.\n\n## Result\n\nShe shipped in week two.\n',
	],
	good: [
		'# How to tell a story\n\n## Situation\n\nDescribe where you were.\n\n## Task\n\n' +
			'Say what you had to do.\n\n## Action\n\nTell what you did.\n\n## Result\n\nGive your numbers.\n',
	],
	on: 'candidate',
	*check(story, document) {
		const [first] = document.stories;
		// What was meant for its tags is reported where it stands.
		if (story !== first || isMeantForStory(document)) return;
		const { anchor } = story;
		const { length } = document.stories;
		const misspelt = misspeltTagKey(document.frontMatter);
		const missing = misspelt
			? `\`${misspelt.key.value}\` is not a field of stories: did you mean \`${misspelt.meant}\`?`
			: 'Name a competency in front matter to count it.';
		// A field added to a block that can't be read, such as TOML, would only break it further.
		const fixes = () => {
			const { edits } = frontMatterForCandidate(document);
			const add = document.frontMatter?.isNone
				? 'Mend the front matter and add tags'
				: 'Add front matter for a story';
			const title = misspelt ? `Change to ${misspelt.meant}` : add;
			return edits.length > 0 ? [{ title, edits, preferred: true }] : [];
		};
		const seen = length > 1 ? `${length} stories here, none tagged yet.` : 'This looks like a STAR story.';
		yield { message: `${seen} ${missing}`, span: misspelt?.key.span ?? anchor, fixes };
	},
};
