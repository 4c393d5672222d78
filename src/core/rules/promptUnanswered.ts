import type { SectionKind } from '../framework/sectionKind.ts';
import type { Document } from '../story/document.ts';
import { isOfKind, type ParsedStory, taggedCompetencies } from '../story/model.ts';
import type { Token } from '../story/tokens.ts';
import type { Finding } from '../text/problem.ts';
import {
	maySpeakOfMentee,
	namesIn,
	namesTeams,
	openingNames,
	speaksOfMentee,
	speaksOfOptions,
	speaksOfTeam,
} from './english/names.ts';
import { isEnglishSection } from './english/storyLanguage.ts';
import type { Rule } from './rule.ts';

export const promptUnanswered: Rule = {
	id: 'prompt-unanswered',
	severity: 'hint',
	summary: 'A competency’s own question for a section has no trace in it.',
	explanation:
		'Each competency is probed with a question of its own. Mentorship: ' +
		'what came of it for the one you taught, and for the team? Influence: which options competed? ' +
		'Alignment: which teams were involved? ' +
		'The rule only looks for the words that an answer can’t do without, so it finds the question that ' +
		'was forgotten, not the one that was answered badly. English only.',
	bad: [
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## «Result»\n\n' +
			'The migration was on time and cost 20% less than planned. The design won a prize.\n',
		'---\ncompetencies: technical-influence\n---\n\n# A new bus\n\n## «Situation»\n\n' +
			'Our event bus lost messages twice in spring, and the director wanted a decision by June.\n',
		'---\ncompetencies: cross-team-alignment\n---\n\n# One event\n\n## «Situation»\n\n' +
			'Several teams used the same events and nobody agreed what they meant.\n',
	],
	good: [
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Result\n\n' +
			'Ines ships alone after 19 days, and the team has one more person on call.\n',
		'---\ncompetencies: technical-influence\n---\n\n# A new bus\n\n## Situation\n\n' +
			'Three options were on the table for our event bus: Kafka, Pulsar and SQS.\n',
		'---\ncompetencies: cross-team-alignment\n---\n\n# One event\n\n## Situation\n\n' +
			'The Payments team and the Ledger team each computed the balance.\n',
	],
	on: 'story',
	isLocal: true,
	*check(story, document, { lookups: { competencies } }) {
		// What is still asked needs no second asking.
		if (story.prompts) return;
		for (const { id } of taggedCompetencies(story.tags, competencies)) {
			if (id === 'mentorship') yield* mentorship(story, document);
			else if (id === 'technical-influence') yield* influence(story, document);
			else if (id === 'cross-team-alignment') yield* alignment(story, document);
		}
	},
};

function* mentorship(story: ParsedStory, document: Document): Generator<Finding> {
	const result = passagesOf(['result'], story, document);
	if (!result) return;
	const { tokens, name } = result;
	const before = passagesOf(['situation', 'task', 'action'], story, document)?.tokens ?? [];
	const names = new Set([...namesIn(before), ...openingNames(before), ...openingNames(tokens)]);
	if (!speaksOfMentee(tokens, names)) {
		// "They" may be the mentee, and then the team is what is missing.
		if (maySpeakOfMentee(tokens)) return;
		yield {
			message: 'No word of your mentee here: what can they do now that they could not do before?',
			span: name,
		};
	} else if (!speaksOfTeam(tokens)) {
		yield { message: 'No word of the team here: how did it benefit?', span: name };
	}
}

function* influence(story: ParsedStory, document: Document): Generator<Finding> {
	const setting = passagesOf(['situation', 'task'], story, document);
	if (!setting || setting.kind !== 'situation' || speaksOfOptions(setting.tokens, true)) return;
	const rest = passagesOf(['action', 'result'], story, document);
	if (rest && speaksOfOptions(rest.tokens, false)) return;
	yield { message: 'No other option is told: which views competed?', span: setting.name };
}

function* alignment(story: ParsedStory, document: Document): Generator<Finding> {
	const passage = passagesOf(['situation', 'task', 'action'], story, document);
	if (!passage || passage.kind !== 'situation' || namesTeams(passage.tokens)) return;
	yield { message: 'No team is named: which ones were involved?', span: passage.name };
}

/**
 * The words of the sections of those kinds that have text, and the first one's name; undefined where one isn't English.
 */
function passagesOf(kinds: readonly SectionKind[], story: ParsedStory, document: Document) {
	const sections = story.sections.filter(
		(section) => kinds.some((kind) => isOfKind(section, kind)) && !section.empty,
	);
	const [first] = sections;
	if (!first || !sections.every((section) => isEnglishSection(document, story, section))) return undefined;
	const passages = sections.map((section) => document.passages.of(section));
	// A picture or a code block may well hold the answer.
	if (passages.some(({ opaque }) => opaque)) return undefined;
	const tokens: readonly Token[] = passages.flatMap((passage) => passage.tokens);
	return { kind: first.kind, name: first.name, tokens };
}
