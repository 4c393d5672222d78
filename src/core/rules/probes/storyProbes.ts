import type { Lookups } from '../../framework/lookups.ts';
import type { Document } from '../../story/document.ts';
import { isOfKind, type ParsedStory, taggedCompetencies } from '../../story/model.ts';
import type { Probe } from '../../story/probe.ts';
import { spokenText } from '../../story/spokenText.ts';
import { probesOfCompetency, toldOf } from './competencyProbes.ts';
import { asksTheSame, type FollowUp, followUps, statementsIn } from './followUps.ts';
import { probeTriggers } from './index.ts';

/** As many as anybody prepares for one story. */
export const maxProbes = 5;

/** Who tells what might have been has thought of what a competency's first question asks: what would be. */
const weighsAlternatives =
	/(?<![\p{L}'])(?:(?:would|could|might|should)(?: not| never| also| still|n't)? have|had (?:i|we|they|he|she|it|nobody) |if (?:i|we|they|he|she|it|nobody) had|otherwise|in hindsight|looking back)(?![\p{L}'])/u;

/**
 * The follow-ups that an interviewer asks about a story, the most telling first: those that its own words raise, those
 * that the author expects and, where there is none, the first of its primary competency. Of a competency to which a
 * framework file gives questions, each is asked that fits: its author means them. A story that is not told yet has
 * none.
 *
 * @param story of the document
 * @returns at most {@link maxProbes}, each with the answer that stands under Follow-ups
 */
export function storyProbes(story: ParsedStory, document: Document, lookups: Lookups): readonly Probe[] {
	if (story.prompts || !isTold(story)) return [];
	const sides = story.sides.filter(({ kind }) => kind === 'follow-ups');
	const ready = followUps(sides.map((side) => ({ ...side, spoken: spokenText(document, side) })));
	const statements = sides.flatMap((side) => statementsIn(document.passages.of(side).tokens));
	const raised = probeTriggers.flatMap((trigger): readonly Probe[] => {
		const found = trigger.find(story, document);
		if (!found) return [];
		const own = answerTo(found.question, ready);
		const answer =
			own ?? (trigger.isAnsweredBy(statements) ? ready.find((each) => each.answer)?.answer : undefined);
		return [{ id: trigger.id, ...found, ...(answer !== undefined && { answer }) }];
	});
	const known = new Set(raised.map(({ question }) => question));
	const isNew = (question: string) => {
		if ([...known].some((each) => asksTheSame(each, question))) return false;
		known.add(question);
		return true;
	};
	const expected = ready.flatMap(({ question, answer }): readonly Probe[] =>
		question === undefined || !isNew(question)
			? []
			: [{ id: `own: ${question}`, question, span: story.anchor, ...(answer !== '' && { answer }) }],
	);
	const told = toldOf(
		story.title,
		story.sections.map((section) => spokenText(document, section)),
	);
	const others = [...raised, ...expected];
	// What stands under Follow-ups is asked already; another one would come up whenever one is put there.
	const own = taggedCompetencies(story.tags, lookups.competencies)
		.flatMap((competency, rank) => {
			const fitting = probesOfCompetency(competency, story, told, lookups);
			if (competency.ownProbes) return fitting;
			if (rank > 0 || others.length > 0 || weighsAlternatives.test(told)) return [];
			return fitting.filter(({ question }) => question === competency.probes?.[0]?.text);
		})
		.filter(({ question }) => isNew(question));
	return [...others, ...own].slice(0, maxProbes);
}

/** Whether there is something to ask about. */
function isTold({ sections }: ParsedStory): boolean {
	return (['action', 'result'] as const).every((kind) =>
		sections.some((section) => isOfKind(section, kind) && !section.empty),
	);
}

function answerTo(question: string, ready: readonly FollowUp[]): string | undefined {
	const found = ready.find((each) => each.answer !== '' && each.question && asksTheSame(each.question, question));
	return found?.answer;
}
