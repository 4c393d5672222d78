import { isEnglishSection } from './english/storyLanguage.ts';
import { findDoers } from './english/subjects.ts';
import type { Rule } from './rule.ts';
import type { Document } from '../story/document.ts';
import type { ParsedStory } from '../story/model.ts';
import type { Passage } from '../story/passage.ts';
import type { TokenRange } from '../story/tokens.ts';
import { oneLine } from '../text/words.ts';

/** "We" may do this many times what "I" does; with more the part that is the author's own gets lost. */
const maxPerI = 3;

export const actionOwnership: Rule = {
	id: 'action-ownership',
	severity: 'hint',
	summary: 'An Action in which “we” does the work and “I” does not.',
	explanation:
		'The interviewer wants to hire you, not your team, and will ask which part was yours. ' +
		'Credit the others by name and say what you did yourself. ' +
		'“We” is fine beside “I”, in what others say and in what you proposed that “we” do. English only.',
	bad: [
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Action\n\n' +
			'«We decided» to pair with her daily. We wrote a guide, and we reviewed it with her.\n',
	],
	good: [
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Action\n\n' +
			'I proposed that we pair with her daily. We took turns, and I wrote the guide. ' +
			'She asked “should we test this?” and I let her find out.\n',
	],
	on: 'story',
	isLocal: true,
	*check(story, document) {
		for (const { passage, first } of sharedActions(story, document)) {
			const span = passage.spanOf(first);
			const words = oneLine(document.text.slice(span.start, span.end));
			yield { message: `“${words}” and not “I”: which part was yours?`, span };
		}
	},
};

/** The Actions in which “we” carries the verbs and “I” does not, with each “we” and its verb, the first one apart. */
export function* sharedActions(
	story: ParsedStory,
	document: Document,
): Generator<{ readonly passage: Passage; readonly first: TokenRange; readonly all: readonly TokenRange[] }> {
	for (const section of story.sections) {
		if (section.kind !== 'action' || section.empty || !isEnglishSection(document, story, section)) continue;
		const passage = document.passages.of(section);
		const { i, we, mentioned } = findDoers(passage.tokens);
		const [first] = we;
		if (first && outweighs(we.length, i, mentioned)) yield { passage, first, all: we };
	}
}

function outweighs(we: number, i: number, mentioned: boolean): boolean {
	return i > 0 ? we > i * maxPerI : we > (mentioned ? 1 : 0);
}
