import { isEnglishSection } from './english/storyLanguage.ts';
import { mayShowUse } from './english/usedLearnings.ts';
import type { Rule } from './rule.ts';
import type { Document } from '../story/document.ts';
import type { ParsedStory, Section } from '../story/model.ts';

/** Whatever stands under “What I’d do differently” answers the question. */
const asksForUse = /\b(?:differently|next time)\b/iu;

export const learningUnused: Rule = {
	id: 'learning-unused',
	severity: 'hint',
	summary: 'Learnings with no trace of what is done differently since.',
	explanation:
		'“Communication is key” is true of every story; what you do since is true of yours, and shows that you learn. ' +
		'A habit, a checklist, a later project where it helped, or what you would do another time is enough. ' +
		'English only.',
	bad: [
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## «Learnings»\n\n' +
			'I learned that it is important to ask early and that every newcomer is different.\n',
	],
	good: [
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Learnings\n\n' +
			'Every newcomer is different: I now ask in the first hour what they know already.\n',
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Takeaways\n\n' +
			'Next time I would let her choose the first ticket.\n',
	],
	on: 'story',
	isLocal: true,
	*check(story, document) {
		for (const { name } of unusedLearnings(story, document)) {
			yield { message: 'Nothing here is in use yet: what do you do differently since?', span: name };
		}
	},
};

/** The Learnings in which nothing shows what is done differently since. */
export function* unusedLearnings(story: ParsedStory, document: Document): Generator<Section> {
	if (story.prompts) return;
	for (const section of story.sections) {
		if (section.kind !== 'learnings' || section.empty || !isEnglishSection(document, story, section)) continue;
		const { tokens, opaque } = document.passages.of(section);
		if (opaque || asksForUse.test(document.text.slice(section.name.start, section.name.end)) || mayShowUse(tokens))
			continue;
		yield section;
	}
}
