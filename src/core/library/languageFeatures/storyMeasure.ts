import { type SectionKind, sectionTitles, starKinds } from '../../framework/sectionKind.ts';
import { shareOf, spokenTime, wordsOf } from '../../rules/english/spokenTime.ts';
import { type FullStory, isOfKind } from '../../story/model.ts';
import { openQuestions } from '../../story/openPrompts.ts';

/**
 * What stands over a story: such as `1 min 50 s · S 22% · T 8% · A 54% · R 16%`, or `8 of 10 questions open · 25 s`, as
 * a story has no balance before it is written to its end. Sections that are told together have one share: `S+T 30%`.
 */
export function storyMeasure({ words, sections, prompts }: FullStory, wordsPerMinute: number): string {
	if (words === 0) return prompts ? openQuestions(prompts) : 'Nothing to tell yet';
	const time = spokenTime(words, wordsPerMinute);
	if (prompts) return `${openQuestions(prompts)} · ${time}`;
	const of = wordsOf(sections);
	const told = (kind: SectionKind) => sections.find((section) => isOfKind(section, kind));
	const shares = starKinds
		.filter((kind) => of[kind] > 0 || (told(kind)?.kind ?? kind) === kind)
		.map((kind) => {
			const together = starKinds.filter(
				(other) =>
					other === kind || (of[other] === 0 && told(other) !== undefined && told(other)?.kind === kind),
			);
			const letters = together.map((each) => sectionTitles[each].charAt(0)).join('+');
			return `${letters} ${shareOf(of, [kind])}%`;
		});
	return [time, ...shares].join(' · ');
}
