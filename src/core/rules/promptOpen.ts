import { titlePrompt } from '../framework/prompts.ts';
import { plural } from '../text/words.ts';
import type { Rule } from './rule.ts';

export const promptOpenId = 'prompt-open';

export const promptOpen: Rule = {
	id: promptOpenId,
	severity: 'hint',
	summary: 'A section that holds only the questions of its snippet.',
	explanation:
		'New Story and the snippets ask in each section what an interviewer wants to hear. ' +
		'Until one of the questions is answered the section counts as unwritten: it is neither told nor timed, ' +
		'and no other rule speaks of it. ' +
		'Type over the questions; one that is left beside your own words is a `placeholder`.',
	bad: [
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## «Situation»\n\n' +
			'Whom did you mentor or teach?\nWhat was the need?\n\n## «Task»\n\n' +
			'What should they be able to do afterwards?\n',
		'---\ncompetencies: mentorship\n---\n\n# «What would you call it in one line?»\n',
	],
	good: [
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Situation\n\n' +
			'What was the need? Two of three people had left, and Ines was alone with the pager.\n',
	],
	on: 'story',
	isLocal: true,
	*checkFields({ titleSpan }, { text }) {
		if (!titleSpan || text.slice(titleSpan.start, titleSpan.end) !== titlePrompt) return;
		yield {
			message: `No title yet: ${titlePrompt.charAt(0).toLowerCase()}${titlePrompt.slice(1)}`,
			span: titleSpan,
		};
	},
	*check({ sections }) {
		for (const { empty, name, openPrompts } of sections) {
			if (!empty || !openPrompts) continue;
			const open = plural(openPrompts.length, 'question');
			const question =
				openPrompts.length === 1 ? 'what is your answer, in a sentence?' : 'which would you answer first?';
			yield { message: `Not written yet, ${open} open: ${question}`, span: name };
		}
	},
};
