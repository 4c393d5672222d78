import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kinOf } from '../../src/core/framework/built-in/crosswalk.ts';
import { builtInFrameworks } from '../../src/core/framework/built-in/index.ts';
import type { Example } from '../../src/core/questions/recall/training/trainModel.ts';
import { readWordVectors } from '../../src/core/questions/recall/training/wordVectors.ts';
import { projectFolder } from '../workbench/projectFolders.ts';

const recall = join(projectFolder, 'src/core/questions/recall');

/** The frameworks that are told apart; `staff` is a part of the first one. */
export const trainedFrameworks = ['staff-extended', 'amazon-lp', 'meta', 'google', 'gitlab-values'] as const;

/** The phrases of a folder of `recall/phrases`: a file a class, a phrase a line, with further classes behind a bar. */
export function phrasesOf(folder: string): readonly Example[] {
	const path = join(recall, 'phrases', folder);
	if (!existsSync(path)) return [];
	return readdirSync(path)
		.toSorted()
		.flatMap((file) =>
			readFileSync(join(path, file), 'utf8')
				.split('\n')
				.filter((line) => line.trim() !== '' && !line.startsWith('#'))
				.map((line) => {
					const [text = '', ...others] = line.split(' | ').map((part) => part.trim());
					return { text, classes: [file.replace('.txt', ''), ...others] };
				}),
		);
}

/** What marks the kinds of questions that no story answers among the classes. */
export const unansweredMark = 'none:';

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
				}))
			: [];
	return [...phrasesOf(framework), ...own, ...unanswered, ...examplesOfKin(framework)];
}

/** What a phrase of a kindred competency counts beside one of the competency's own. */
const kinWeight = 0.3;

/** The phrases of `staff-extended`, for the competencies of another framework to which what they ask for is closest. */
function examplesOfKin(framework: (typeof trainedFrameworks)[number]): readonly Example[] {
	if (framework === 'staff-extended') return [];
	const competencies = builtInFrameworks.get(framework)?.competencies ?? [];
	return phrasesOf('staff-extended').flatMap(({ text, classes: [asked = ''] }) => {
		const kin = competencies.filter(({ id }) => kinOf(framework, id)[0] === asked);
		return kin.map(({ id }) => ({ text, classes: [id], weight: kinWeight / kin.length }));
	});
}

/** The word vectors that the models are trained with. */
export function wordVectors(): ReturnType<typeof readWordVectors> {
	return readWordVectors(readFileSync(join(recall, 'training/wordVectors.txt'), 'utf8'));
}
