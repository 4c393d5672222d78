import { hiddenDoers } from './english/passives.ts';
import { isEnglishSection } from './english/storyLanguage.ts';
import { findDoers } from './english/subjects.ts';
import type { Rule } from './rule.ts';
import { oneLine } from '../text/words.ts';

/** One verb without a doer beside this many with one is a change of pace, not a way to hide. */
const minNamedPerHidden = 2;

export const actionPassive: Rule = {
	id: 'action-passive',
	severity: 'hint',
	summary: 'An Action in the passive voice, where it hides who did it.',
	explanation:
		'“The service was rewritten” leaves the listener to guess by whom. ' +
		'Where it was you, say “I rewrote the service”; where it was somebody else, name them. ' +
		'A passive that names its actor, one about the state of things, and one among many sentences with ' +
		'“I” are left alone. English only.',
	bad: [
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Action\n\n' +
			'A guide «was written» for her, and pairing sessions «were quickly set up».\n',
	],
	good: [
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Action\n\n' +
			'I wrote a guide for her, since the old one was outdated and I was tired of it. ' +
			'It was reviewed by Tom. I set up the sessions.\n',
	],
	on: 'story',
	isLocal: true,
	*check(story, document) {
		for (const section of story.sections) {
			if (section.kind !== 'action' || section.empty || !isEnglishSection(document, story, section)) continue;
			const passage = document.passages.of(section);
			const hidden = hiddenDoers(passage.tokens);
			if (hidden.length === 0) continue;
			const { i, we } = findDoers(passage.tokens);
			if (hidden.length * minNamedPerHidden <= i + we.length) continue;
			for (const range of hidden) {
				const span = passage.spanOf(range);
				const words = oneLine(document.text.slice(span.start, span.end));
				yield { message: `“${words}” hides who did it: was it you?`, span };
			}
		}
	},
};
