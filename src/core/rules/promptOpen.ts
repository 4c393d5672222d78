import { titlePrompt } from '../framework/prompts.ts';
import { plural } from '../text/words.ts';
import type { Rule } from './rule.ts';

export const promptOpenId = 'prompt-open';

export const promptOpen: Rule = {
	id: promptOpenId,
	severity: 'hint',
	summary: 'A section with questions of its snippet that nobody has answered yet.',
	explanation:
		'New Story and the snippets ask in each section what an interviewer wants to hear. ' +
		'Until one of the questions is answered the section counts as unwritten: it is neither told nor timed, ' +
		'and no other rule speaks of it. ' +
		'Type over the questions. Those that are left beside your own words are never told, and wait there calmly ' +
		'while the story is a draft; once it is `ready`, each of them is a `placeholder`.',
	bad: [
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## «Situation»\n\n' +
			'Whom did you mentor or teach?\nWhat was the need?\n\n## «Task»\n\n' +
			'What should they be able to do afterwards?\n',
		'---\ncompetencies: mentorship\n---\n\n# «What would you call it in one line?»\n',
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Situation\n\n' +
			'Ines joined in May.\n«What was the need?»\n',
	],
	good: [
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Situation\n\n' +
			'What was the need? Two of three people had left, and Ines was alone with the pager.\n',
	],
	on: 'story',
	isLocal: true,
	*checkFields({ titleSpan, sections, details }, { text }) {
		if (titleSpan && text.slice(titleSpan.start, titleSpan.end) === titlePrompt) {
			const question = `${titlePrompt.charAt(0).toLowerCase()}${titlePrompt.slice(1)}`;
			yield { message: `No title yet: ${question}`, span: titleSpan };
		}
		for (const { empty, openPrompts: [first, ...others] = [] } of sections) {
			if (!first || empty || details.status === 'ready') continue;
			const count = others.length + 1;
			const message = `${plural(count, 'question')} ${count === 1 ? 'is' : 'are'} still open: ${ask(count)}`;
			yield { message, span: first };
		}
	},
	*check({ sections }) {
		for (const { empty, name, openPrompts } of sections) {
			if (!empty || !openPrompts) continue;
			const count = openPrompts.length;
			yield { message: `Not written yet, ${plural(count, 'question')} open: ${ask(count)}`, span: name };
		}
	},
};

function ask(count: number): string {
	return count === 1 ? 'what is your answer, in a sentence?' : 'which would you answer first?';
}
