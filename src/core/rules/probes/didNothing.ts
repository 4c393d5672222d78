import { isNumber } from '../english/numbers.ts';
import { isEnglishSection } from '../english/storyLanguage.ts';
import { Phrases, phrase } from '../english/phrases.ts';
import type { ProbeTrigger } from './trigger.ts';

/** Words without which a passage can hardly say what was at stake: harm, want, hurry, and those whom it concerns. */
const stakes =
	/^(?:los[est]\p{L}*|cost\p{L}*|risk\p{L}*|threat\p{L}*|fail\p{L}*|br[eo]k\p{L}*|outage\p{L}*|incident\p{L}*|down\p{L}*|crash\p{L}*|slow\p{L}*|late\p{L}*|delay\p{L}*|deadline\p{L}*|due|urgent\p{L}*|until|unless|otherwise|complain\p{L}*|angry|frustrat\p{L}*|churn\p{L}*|revenue|money|penalt\p{L}*|fine[ds]?|audit\p{L}*|legal|law|gdpr|complian\p{L}*|secur\p{L}*|breach\p{L}*|vulnerab\p{L}*|block\p{L}*|stuck|wait\p{L}*|wast\p{L}*|manual\p{L}*|hand|hours?|days?|weeks?|months?|minutes?|errors?|bugs?|alerts?|paged?|pages|pager|nights?|left|leav\p{L}*|quit|burn\p{L}*|overload\p{L}*|too|only|no|not|never|nobody|none|nothing|without|\p{L}+n't|problem\p{L}*|issues?|pain\p{L}*|difficult\p{L}*|hard\p{L}*|struggl\p{L}*|confus\p{L}*|mistake\p{L}*|expensive|because|important|critical\p{L}*|matter\p{L}*|miss\p{L}*|lack\p{L}*|grow\p{L}*|grew|doubled|halved|worse\p{L}*|bad\p{L}*|poor\p{L}*|old|legacy|fragile|brittle|flaky|unstable|different|differently|disagree\p{L}*|conflict\p{L}*|argu\p{L}*|afraid|fear\p{L}*|worr\p{L}*|struck|silent\p{L}*|drift\p{L}*|pressure|pressing|promis\p{L}*|unclear|uncertain\p{L}*|gap\p{L}*|stop\p{L}*|fell|falling|drop\p{L}*|out-?dated|end-of-life|deprecated|duplicate\p{L}*|twice|again|still|each|own|unhappy|wrong\p{L}*|refus\p{L}*|reject\p{L}*|inconsisten\p{L}*|incomplete|un\p{L}{5,}|in(?:efficien|accura|secur|stab)\p{L}*|time|limit\p{L}*|competitor\p{L}*|behind|short\p{L}*|few|hated?|suffer\p{L}*|dis\p{L}{5,}|high|heavy|complex|concern\p{L}*|challeng\p{L}*|alone|tight|suddenly)$/u;

/** Fewer words of Situation and Task say too little to tell that the stakes are left out. */
const minWords = 12;

/** The author set about it, rather than being told to. */
const chosen = phrase(
	'(?:i|we) (?:[a-z]+ly )?(?:wanted|decided|proposed|chose|noticed|saw|thought|felt|set out|volunteered|suggested|hoped|had the idea|took it)|' +
		'my (?:own )?(?:idea|goal|aim|plan|wish)',
);

const question = 'What would have happened if you had done nothing?';

export const didNothing: ProbeTrigger = {
	id: 'did-nothing',
	summary: 'A Situation and a Task that say nothing of what was at stake.',
	explanation:
		'Where nothing was at stake, nothing was achieved. Have one sentence ready on who would have paid, with what and when, ' +
		'had everybody gone on as before.',
	asked: [
		{
			story:
				'# A new build\n\n## «Situation»\n\nI was on the platform team and we used Bazel for the services and the apps.\n\n' +
				'## Task\n\nI wanted to move the services to Gradle.\n\n## Action\n\nI moved them, one after the other.\n\n' +
				'## Result\n\nAll 40 services build with Gradle.\n',
			question,
		},
	],
	silent: [
		'# A new build\n\n## Situation\n\nI was on the platform team, and half a day a week was lost to the build of the services.\n\n' +
			'## Task\n\nI wanted to move the services to Gradle.\n\n## Action\n\nI moved them, one after the other.\n\n' +
			'## Result\n\nAll 40 services build with Gradle.\n',
		'# A watch with a passport\n\n## Situation\n\nA maker of watches and we had a contract on passports for what is sold.\n\n' +
			'## Task\n\nI owned the transfer of them from seller to buyer.\n\n## Action\n\nI wrote the service.\n\n' +
			'## Result\n\nAll 4,000 passports were transferred.\n',
	],
	find(story, document) {
		const setting = story.sections.filter(({ kind, empty }) => /^(?:situation|task)$/u.test(kind) && !empty);
		const [first] = setting;
		if (first?.kind !== 'situation') return undefined;
		if (!setting.every((section) => isEnglishSection(document, story, section))) return undefined;
		const passages = setting.map((section) => document.passages.of(section));
		if (passages.some(({ opaque }) => opaque)) return undefined;
		if (passages.reduce((sum, { words }) => sum + words, 0) < minWords) return undefined;
		// What was ordered is done whether it is worth it or not; the question is for what the author chose to do.
		if (!passages.some(({ tokens }) => new Phrases(tokens).has(chosen))) return undefined;
		const tells = passages.some(({ tokens }) =>
			tokens.some((token) => stakes.test(token.lower) || (isNumber(token) && token.lower !== 'one')),
		);
		return tells ? undefined : { question, span: first.name };
	},
	isAnsweredBy: (tokens) => tokens.some(({ lower }) => /^(?:would|otherwise|without)$/u.test(lower)),
};
