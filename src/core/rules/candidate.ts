import { misspeltTagKey, roomForTags } from '../edit/storyTags.ts';
import { isMeantForStory } from '../story/stories.ts';
import type { Rule } from './rule.ts';

export const candidate: Rule = {
	id: 'candidate',
	severity: 'hint',
	summary: 'Stories without competency tags, in a file where none has any.',
	explanation:
		'They have at least three of Situation, Task, Action and Result in one place and are told by their author, ' +
		'but nothing says which competencies they prove, so they are not counted. There is one hint a file. ' +
		'**Tag These Stories…** in the editor proposes a competency for each, by its words, and tags all that you ' +
		'tick: in front matter where the file is one story, else in a line below each heading. ' +
		'The other fix only makes room for the tags. ' +
		'**Not a Story** silences the hint for this file in this workspace; nothing is written into the file, and ' +
		'**Show Hidden Candidates** takes it back. ' +
		'Where front matter nearly has a field for competencies, such as `competancies`, the fix spells it right.',
	bad: [
		'# «Onboarding Ines»\n\n## Situation\n\nOur new colleague was lost.\n\n## Task\n\n' +
			'I was to get her started.\n\n## Action\n\nI paired with her daily.\n\n## Result\n\n' +
			'She shipped in week two.\n',
		'## «Onboarding Ines»\n\n- **S:** Our new colleague was lost.\n- **A:** I paired with her daily.\n' +
			'- **R:** She shipped in week two.\n\n' +
			'## The cron box\n\n- **S:** Nobody owned it.\n- **A:** I moved its jobs.\n- **R:** It is gone.\n',
		'---\n«competancies»: [mentorship]\n---\n# Onboarding Ines\n\n## Situation\n\n' +
			'Our new colleague was lost.\n\n## Task\n\nI was to get her started.\n\n## Action\n\n' +
			'I paired with her daily.\n\n## Result\n\nShe shipped in week two.\n',
	],
	good: [
		'# How to tell a story\n\n## Situation\n\nDescribe where you were.\n\n## Task\n\n' +
			'Say what you had to do.\n\n## Action\n\nTell what you did.\n\n## Result\n\nGive your numbers.\n',
	],
	on: 'candidate',
	*check(story, document, { lookups }) {
		const [first] = document.stories;
		// What was meant for its tags is reported where it stands.
		if (story !== first || isMeantForStory(document)) return;
		const { length } = document.stories;
		const misspelt = misspeltTagKey(document.frontMatter);
		const isSeveral = length > 1;
		const missing = misspelt
			? `\`${misspelt.key.value}\` is not a field of stories: did you mean \`${misspelt.meant}\`?`
			: isSeveral
				? 'Which competencies do they prove?'
				: 'Which competency does it prove?';
		// A field added to a block that can't be read, such as TOML, would only break it further.
		const fixes = () => {
			const { edits } = roomForTags(document, lookups);
			const add = isSeveral ? 'Add a line of competencies to each story' : 'Add front matter for a story';
			const mend = document.frontMatter?.isNone ? 'Mend the front matter and add tags' : add;
			const title = misspelt ? `Change to ${misspelt.meant}` : mend;
			return edits.length > 0 ? [{ title, edits, ...(misspelt && { preferred: true }) }] : [];
		};
		const seen = isSeveral ? `${length} stories here, none tagged yet.` : 'This looks like a STAR story.';
		yield { message: `${seen} ${missing}`, span: misspelt?.key.span ?? story.anchor, fixes };
	},
};
