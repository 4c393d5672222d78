import { starKinds } from '../framework/sectionKind.ts';
import {
	defaultWordsPerMinute,
	maxTellingSeconds,
	minTellingSeconds,
	durationText,
	spokenSeconds,
	spokenWords,
} from './english/spokenTime.ts';
import { isEnglishStory } from './english/storyLanguage.ts';
import type { Rule } from './rule.ts';
import { isOfKind } from '../story/model.ts';

const usual = '45 s to 3 min is usual';

export const length: Rule = {
	id: 'length',
	severity: 'information',
	summary: 'Under 45 seconds or over 3 minutes when spoken.',
	explanation:
		'A story under 45 seconds leaves out what the listener would ask for, and after three minutes ' +
		'nobody follows. ' +
		`The time is counted from the words of the sections at ${defaultWordsPerMinute} words a minute, ` +
		'the average in conversation, unless the settings know how fast you speak. ' +
		'Code blocks and comments are not spoken. A story that still lacks a section, or an answer to its questions, is not called short. ' +
		'English only.',
	bad: [
		'---\ncompetencies: mentorship\n---\n\n# «Onboarding Ines»\n\n## Situation\n\n' +
			'Ines joined in May.\n\n## Task\n\nI was to get her started.\n\n## Action\n\n' +
			'I paired with her every day.\n\n## Result\n\nShe shipped in week two.\n',
	],
	good: [
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Situation\n\nInes joined in May.\n\n' +
			'## Task\n\nI was to get her started.\n',
	],
	on: 'story',
	isLocal: true,
	*check(story, document, { wordsPerMinute }) {
		if (!isEnglishStory(document, story)) return;
		const words = spokenWords(document, story).total;
		const seconds = spokenSeconds(words, wordsPerMinute);
		const isWhole =
			!story.prompts &&
			starKinds.every((kind) => story.sections.some((section) => isOfKind(section, kind) && !section.empty));
		if (seconds < minTellingSeconds && isWhole) {
			yield {
				message: `Short: ${Math.floor(seconds)} s spoken, ${usual}. What would a listener ask next?`,
				span: story.anchor,
			};
		} else if (seconds > maxTellingSeconds) {
			yield {
				message: `Long: ${durationText(Math.ceil(seconds))} spoken, ${usual}. What can go?`,
				span: story.anchor,
			};
		}
	},
};
