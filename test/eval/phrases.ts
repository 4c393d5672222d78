import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInFrameworks } from '../../src/core/framework/built-in/index.ts';
import { closestKin } from '../../src/core/questions/recall/classifier/closestKin.ts';
import type { Example } from '../../src/core/questions/recall/training/trainModel.ts';
import { readWordVectors } from '../../src/core/questions/recall/training/wordVectors.ts';
import { projectFolder } from '../workbench/projectFolders.ts';

const recall = join(projectFolder, 'src/core/questions/recall');

/** The frameworks that are told apart; `staff` is a part of the first one. */
export const trainedFrameworks = ['staff-extended', 'amazon-lp', 'meta', 'google', 'gitlab-values'] as const;

/** A phrase, with the number of the hand that wrote it. */
export interface Phrase extends Example {
	readonly hand: number;
}

/**
 * The phrases of a folder of `recall/phrases`: a file a class, a phrase a line, with further classes behind a bar.
 * Below each line that begins with `#` stand those of the next hand.
 */
export function phrasesOf(folder: string): readonly Phrase[] {
	const path = join(recall, 'phrases', folder);
	if (!existsSync(path)) return [];
	return readdirSync(path)
		.toSorted()
		.flatMap((file) =>
			readFileSync(join(path, file), 'utf8')
				.split(/^#.*$/mu)
				.flatMap((phrases, hand) =>
					phrases
						.split('\n')
						.filter((line) => line.trim() !== '')
						.map((line) => {
							const [text = '', ...others] = line.split(' | ').map((part) => part.trim());
							return { text, classes: [file.replace('.txt', ''), ...others], hand };
						}),
				),
		);
}

/** What marks the kinds of questions that no story answers among the classes. */
export const unansweredMark = 'none:';

/** There are more phrases of them than of the others beside how often they are asked. */
const unansweredWeight = 0.7;

/** What the model of a framework is trained on: phrases, and what the framework says itself. */
export function examplesFor(framework: (typeof trainedFrameworks)[number]): readonly Example[] {
	const competencies = builtInFrameworks.get(framework)?.competencies ?? [];
	const own = competencies.flatMap(({ id, name, aliases, description, questions }): readonly Example[] => [
		...[name, ...aliases, description].map((text) => ({ text, classes: [id] })),
		...questions.map(({ text, also }) => ({ text, classes: also === undefined ? [id] : [id, also] })),
	]);
	const unanswered =
		framework === 'staff-extended'
			? phrasesOf('unanswered').map(({ text, classes }) => ({
					text,
					classes: classes.map((kind) => `${unansweredMark}${kind}`),
					weight: unansweredWeight,
				}))
			: [];
	return [...phrasesOf(framework), ...own, ...unanswered];
}

/** What a sentence of a story counts beside a question that asks for one, where stories are read. */
const toldWeight = 3;

/** What the model of stories is trained on: sentences of stories, and the questions of `staff-extended`. */
export function examplesOfStories(): { readonly told: readonly Example[]; readonly asked: readonly Example[] } {
	return {
		told: phrasesOf('stories').map((example) => ({ ...example, weight: toldWeight })),
		asked: examplesFor('staff-extended').filter(({ classes: [first] }) => !first?.startsWith(unansweredMark)),
	};
}

/**
 * The phrases of `staff-extended` that a framework borrows, for the competencies to which what they ask for is closest.
 */
export function examplesOfKin(framework: (typeof trainedFrameworks)[number]): readonly Example[] {
	if (framework === 'staff-extended') return [];
	const kin = [...closestKin(framework)];
	return examplesFor('staff-extended').flatMap(({ text, classes: [asked] }) =>
		kin.flatMap(([id, from]) => (from.id === asked ? [{ text, classes: [id], weight: from.weight }] : [])),
	);
}

/** The word vectors that the models are trained with. */
export function wordVectors(): ReturnType<typeof readWordVectors> {
	return readWordVectors(readFileSync(join(recall, 'training/wordVectors.txt'), 'utf8'));
}
