import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInFrameworks } from '../../src/core/framework/built-in/index.ts';
import type { SectionKind } from '../../src/core/framework/sectionKind.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { analyse } from '../../src/core/rules/analyse.ts';
import type { FullAnalysis } from '../../src/core/rules/analysis.ts';
import { type FullSection, type FullStory, isOfKind } from '../../src/core/story/model.ts';
import type { Split } from './cases.ts';

/** What must be found in a file; `test/fixtures/forms/README.md` explains each key. */
export interface Expected {
	readonly kind: 'story' | 'bank' | 'candidate' | 'other';
	readonly stories: readonly ExpectedStory[];
	readonly forms: readonly string[];
	readonly mustReport: readonly string[];
	readonly mustNotReport: readonly string[];
	readonly nearMisses?: readonly string[];
	readonly frameworks?: readonly string[];
	readonly hard: boolean;
}

export interface ExpectedStory {
	readonly title: string;
	readonly tags: readonly string[];
	readonly sections: readonly ExpectedSection[];
	readonly after?: string;
}

export interface ExpectedSection {
	readonly kind: string;
	readonly starts: string;
	readonly ends?: string;
}

/** How one file was read. */
export interface FormResult {
	readonly name: string;
	readonly expected: Expected;
	/** Of its stories, how many were read: title, tags, and each section from its first to its last words. */
	readonly readable: number;
	/** What was read otherwise than it must be, a line each; empty where all is right. */
	readonly faults: readonly string[];
}

const folder = join(import.meta.dirname, '../fixtures/forms');

/** Reads every file of a part of the set as the product does. */
export function formResults(split: Split): readonly FormResult[] {
	return readdirSync(join(folder, split))
		.filter((file) => file.endsWith('.md'))
		.map((file) => {
			const name = file.slice(0, -'.md'.length);
			const text = readFileSync(join(folder, split, file), 'utf8');
			const expected = JSON.parse(readFileSync(join(folder, split, `${name}.expected.json`), 'utf8')) as Expected;
			return { name, expected, ...compare(text, file, expected) };
		});
}

function compare(text: string, fileName: string, expected: Expected): Pick<FormResult, 'readable' | 'faults'> {
	const ids = expected.frameworks ?? ['staff'];
	const lookups = new Lookups(ids.flatMap((id) => builtInFrameworks.get(id) ?? []));
	const analysis = analyse(text, { fileName, lookups, severities: {}, today: '2026-11-29' });
	const faults: string[] = [];
	if (analysis.kind !== expected.kind) faults.push(`kind ${analysis.kind}, not ${expected.kind}`);
	if (analysis.stories.length !== expected.stories.length) {
		faults.push(`${analysis.stories.length} stories, not ${expected.stories.length}`);
	}
	let readable = 0;
	for (const story of expected.stories) {
		const wrong = faultsOfStory(text, story, analysis.stories);
		if (wrong.length === 0) readable++;
		faults.push(...wrong);
	}
	return { readable, faults: [...faults, ...faultsOfProblems(text, expected, analysis)] };
}

function faultsOfStory(text: string, expected: ExpectedStory, stories: readonly FullStory[]): readonly string[] {
	const same = stories.filter(({ title }) => plain(title) === plain(expected.title));
	const [story] = same.toSorted((a, b) => misread(text, expected, a).length - misread(text, expected, b).length);
	if (!story) return [`no story “${expected.title}”`];
	const wrong = misread(text, expected, story).map((fault) => `“${expected.title}”: ${fault}`);
	const tags = story.tags.map(({ text: tag }) => plain(tag));
	if (expected.tags.map(plain).join() !== tags.join()) wrong.push(`“${expected.title}”: tags ${tags.join('; ')}`);
	return wrong;
}

function misread(text: string, expected: ExpectedStory, { sections }: FullStory): readonly string[] {
	const written = sections.filter(({ empty }) => !empty);
	const faults = expected.sections.flatMap((wanted) => {
		const fitting = written.filter((section) => isOfKind(section, wanted.kind as SectionKind));
		if (fitting.length === 0) return [`no ${wanted.kind}`];
		return fitting.some((section) => holds(text, section, wanted)) ? [] : [`${wanted.kind} is cut otherwise`];
	});
	const kinds = new Set(expected.sections.map(({ kind }) => kind));
	return [...faults, ...written.filter(({ kind }) => !kinds.has(kind)).map(({ kind }) => `a ${kind} too many`)];
}

/** Marks of lists, quotes, emphasis, code and links may stand before the first words and after the last ones. */
function holds(text: string, { body }: FullSection, { starts, ends }: ExpectedSection): boolean {
	const source = text.slice(body.start, body.end);
	const first = source.indexOf(starts);
	if (first < 0 || /[\p{L}\p{N}]/u.test(withoutMarks(source.slice(0, first)))) return false;
	if (ends === undefined) return true;
	const last = source.lastIndexOf(ends);
	return last >= 0 && !/[\p{L}\p{N}]/u.test(withoutMarks(source.slice(last + ends.length)));
}

function withoutMarks(source: string): string {
	return source
		.replaceAll(/<!--[\s\S]*?-->|<\/?\w[^>]*>|\]\([^)]*\)|^\s*\[\^?[^\]]*\]:.*$/gmu, '')
		.replaceAll(/^[ \t>]*(?:\d+[.)]|\[[ x]\])|```\w*/gmu, '');
}

function faultsOfProblems(text: string, expected: Expected, { problems }: FullAnalysis): readonly string[] {
	const reported = new Set(problems.map(({ rule }) => rule));
	const missing = expected.mustReport.filter((rule) => !reported.has(rule)).map((rule) => `${rule} not reported`);
	const allowed = (rule: string) => expected.mustReport.includes(rule);
	const forbidden = expected.mustNotReport.includes('*')
		? [...reported].filter((rule) => !allowed(rule))
		: expected.mustNotReport.filter((rule) => reported.has(rule));
	const unseen = (expected.nearMisses ?? []).filter(
		(words) =>
			!problems.some(
				({ span, message }) => text.slice(span.start, span.end).includes(words) && /mean/u.test(message),
			),
	);
	return [
		...missing,
		...forbidden.map((rule) => `${rule} reported`),
		...unseen.map((words) => `no did-you-mean at “${words}”`),
	];
}

function plain(text: string): string {
	return text.normalize('NFKC').replaceAll(/[*_`]/gu, '').replaceAll(/\s+/gu, ' ').trim();
}
