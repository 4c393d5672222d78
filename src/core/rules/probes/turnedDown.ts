import { speaksOfOptions } from '../english/names.ts';
import { Phrases, phrase } from '../english/phrases.ts';
import { isEnglishSection } from '../english/storyLanguage.ts';
import type { Token, TokenRange } from '../../story/tokens.ts';
import { months } from '../english/numbers.ts';
import { quotedWords } from './quoted.ts';
import type { ProbeTrigger } from './trigger.ts';

const subject = "(?:i|we|i'd|we'd) (?:(?:then|finally|therefore|quickly|had|also|soon|eventually) )*";

/** A decision of the author's that is told as one. */
const decision = phrase(
	`${subject}(?:decided (?:to|on|for|that)|chose to|opted (?:for|to)|went with|settled on)(?! (?:not|against|it|them|that) )`,
);

/** Work whose end names what was taken: "I rewrote the parser in Rust". */
const exchange = phrase(
	`${subject}(?:rewrote|migrated|switched|ported|replaced) (?:(?!(?:to|in|with|by|into) )[^ ¶.,;]+ ){0,6}(?:to|in|with|by|into)`,
);

/** Words by which an Action may say what was decided against and why, besides those that tell of options. */
const rejecting =
	/^(?:not|or|instead|rather|against|whether|other|others|than|without|only|never|reject\p{L}*|dismiss\p{L}*|discard\p{L}*|consider\p{L}*|rul(?:ed|ing)|turned|reason\p{L}*|because|since|could|would|cheap\p{L}*|simpl\p{L}*|quick\p{L}*|safe\p{L}*|risk\p{L}*|too|tried)$/u;

export const turnedDown: ProbeTrigger = {
	id: 'turned-down',
	summary: 'A decision with no word of what else could have been done.',
	explanation:
		'What somebody turned down says more about their judgement than what they took. Have the second best option ready, ' +
		'and the one reason that ruled it out.',
	asked: [
		{
			story:
				'# A queue for mails\n\n## Situation\n\nMails were lost whenever the shop was busy.\n\n## Action\n\n' +
				'«I decided to» put a queue between them. I wrote the consumer and moved the mails over.\n\n' +
				'## Result\n\nNo mail was lost in the 12 months after.\n',
			question: '“I decided to put a queue between them”: what else was possible, and why did you turn it down?',
		},
	],
	silent: [
		'# A queue for mails\n\n## Situation\n\nMails were lost whenever the shop was busy.\n\n## Action\n\n' +
			'I decided to put a queue between them instead of sending twice. I wrote the consumer.\n\n' +
			'## Result\n\nNo mail was lost in the 12 months after.\n',
		'# A queue for mails\n\n## Situation\n\nMails were lost whenever the shop was busy.\n\n## Action\n\n' +
			'I put a queue between them. I wrote the consumer and moved the mails over.\n\n' +
			'## Result\n\nNo mail was lost in the 12 months after.\n',
	],
	find(story, document) {
		const told = story.sections.filter(({ kind, empty }) => kind !== 'learnings' && !empty);
		const passages = told.map((section) => document.passages.of(section));
		if (passages.some(({ opaque }) => opaque)) return undefined;
		if (!told.every((section) => isEnglishSection(document, story, section))) return undefined;
		for (const [index, section] of told.entries()) {
			const passage = passages[index];
			if (section.kind !== 'action' || !passage) continue;
			const found = decisionIn(passage.tokens);
			if (!found) continue;
			const rest = passage.tokens.filter((_, at) => at < found.first || at > found.last);
			const isChosen = told.some((each, at) => {
				const tokens = each === section ? rest : (passages[at]?.tokens ?? []);
				return speaksOfOptions(tokens, each.kind === 'situation' || each.kind === 'task');
			});
			if (isChosen || rest.some(({ lower }) => rejecting.test(lower))) return undefined;
			const words = quotedWords(document, passage, found.first, found.last, 7);
			return {
				question: `${words}: what else was possible, and why did you turn it down?`,
				span: passage.spanOf(found),
			};
		}
		return undefined;
	},
	isAnsweredBy: (tokens) =>
		speaksOfOptions(tokens, true) || tokens.some(({ lower }) => /^(?:not|than|too|because)$/u.test(lower)),
};

function decisionIn(tokens: readonly Token[]): TokenRange | undefined {
	const phrases = new Phrases(tokens);
	const told = phrases.find(decision);
	if (told) return told;
	const done = phrases.find(exchange);
	const taken = done && tokens[done.last + 1];
	return taken && /^\p{Lu}/u.test(taken.text) && !months.has(taken.lower) ? done : undefined;
}
