import type { Lookups } from '../../framework/lookups.ts';
import type { Competency } from '../../framework/model.ts';
import { type FullStory, type Story, taggedCompetencies } from '../../story/model.ts';
import type { Probe } from '../../story/probe.ts';
import { asksTheSame } from './followUps.ts';
import { askedProbes, spokenForm } from './toAsk.ts';

/**
 * The follow-up questions of one competency that fit a story and that it has not answered.
 *
 * @param told what is said aloud of the story, in its {@link spokenForm}
 */
export function probesOfCompetency(
	{ id, probes = [] }: Competency,
	{ anchor }: Pick<Story, 'anchor'>,
	told: string,
	lookups: Lookups,
): readonly Probe[] {
	const isAsked = lookups.derive(askedProbes);
	return probes
		.filter((probe) => isAsked(probe, told))
		.map(({ text }) => ({ id: `${id}: ${text}`, question: text, span: anchor, competency: id }));
}

/** What is said aloud of a story, its title included, in its {@link spokenForm}. */
export function toldOf(title: string, spoken: readonly string[]): string {
	return spokenForm([title, ...spoken].join('\n'));
}

/**
 * The follow-ups of a story for somebody who practises it. Where it raises fewer than are asked after a telling, those
 * of its competencies are asked too: the first of each, then the second of each.
 *
 * @param wanted as many, where there are so many
 */
export function practisedProbes(story: FullStory, lookups: Lookups, wanted: number): readonly Probe[] {
	const { probes, sections, title, filled } = story;
	const isTold = sections.length > 0 && filled.includes('action') && filled.includes('result');
	if (probes.length >= wanted || story.prompts || !isTold) return probes;
	const told = toldOf(
		title,
		sections.map(({ spoken }) => spoken),
	);
	const lists = taggedCompetencies(story.tags, lookups.competencies).map((competency) =>
		probesOfCompetency(competency, story, told, lookups),
	);
	const longest = Math.max(0, ...lists.map(({ length }) => length));
	const more = Array.from({ length: longest }, (_, rank) => lists.flatMap((list) => list[rank] ?? [])).flat();
	const asked = [...probes];
	for (const probe of more) {
		if (asked.length >= wanted) break;
		if (!asked.some(({ question }) => asksTheSame(question, probe.question))) asked.push(probe);
	}
	return asked;
}
