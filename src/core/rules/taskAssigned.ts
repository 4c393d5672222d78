import { orderIn } from './english/orders.ts';
import { mayDepartFromOrder, mayTellOwnWill } from './english/ownWill.ts';
import { Phrases } from './english/phrases.ts';
import { isEnglishSection } from './english/storyLanguage.ts';
import type { Rule } from './rule.ts';
import { isOfKind, taggedCompetencies } from '../story/model.ts';
import { oneLine } from '../text/words.ts';

export const taskAssigned: Rule = {
	id: 'task-assigned',
	severity: 'hint',
	summary: 'Initiative or Influence where the Task tells an order and nothing that the author decided.',
	explanation:
		'“I was asked to” answers what was done and not why it was you, and initiative and influence begin before an order. ' +
		'Say what you had seen, proposed or set yourself, in the Situation or the Task; or tag the story with what it proves. ' +
		'Stories of other competencies are left alone. English only.',
	bad: [
		'---\ncompetencies: technical-initiative\n---\n\n# The billing move\n\n## Task\n\n' +
			'«I was asked» to move the billing service to the new cluster by June.\n',
	],
	good: [
		'---\ncompetencies: technical-initiative\n---\n\n# The billing move\n\n## Situation\n\n' +
			'I had noticed that the old cluster would be full by July, and told our lead.\n\n## Task\n\n' +
			'I was asked to move the billing service to the new one.\n',
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Task\n\nI was asked to get her started.\n',
	],
	on: 'story',
	isLocal: true,
	*check(story, document, { lookups: { competencies } }) {
		if (story.prompts) return;
		const tagged = taggedCompetencies(story.tags, competencies);
		if (!tagged.some(({ id }) => id === 'technical-initiative' || id === 'technical-influence')) return;
		const task = story.sections.find((section) => isOfKind(section, 'task') && !section.empty);
		if (!task || !isEnglishSection(document, story, task)) return;
		const passage = document.passages.of(task);
		const order = orderIn(new Phrases(passage.tokens));
		if (!order) return;
		const isDecided = story.sections.some((section) => {
			const { tokens, opaque } = document.passages.of(section);
			if (opaque) return true;
			if (isOfKind(section, 'action')) return mayDepartFromOrder(tokens);
			return (isOfKind(section, 'situation') || isOfKind(section, 'task')) && mayTellOwnWill(new Phrases(tokens));
		});
		if (isDecided) return;
		const span = passage.spanOf(order);
		const words = oneLine(document.text.slice(span.start, span.end));
		yield { message: `“${words}” tells an order: what had you seen, or what did you decide yourself?`, span };
	},
};
