import { writtenIdOf } from '../../framework/lookups.ts';
import type { Competency, Framework } from '../../framework/model.ts';
import { promptsFor, titlePrompt } from '../../framework/prompts.ts';
import {
	type SectionKind,
	sectionKinds,
	sectionTitles,
	type SideKind,
	sideKinds,
	sideTitles,
} from '../../framework/sectionKind.ts';
import type { SectionInsertion } from '../insertSection.ts';
import { SnippetText } from './snippetText.ts';

/** What is known of a story before it is written. */
export interface StoryStart {
	/** The competency it is meant to prove; left out, one of `choices` is picked in the snippet. */
	readonly competency?: Competency;
	readonly choices: readonly Competency[];
	readonly title?: string;
}

/** A whole story: front matter, title and every section with its prompts as tab stops. */
export function storySnippet(start: StoryStart): string {
	return wholeStory(start).toString();
}

/** The same story as a text, with its prompts where the answers are to stand. */
export function storyText(start: StoryStart): string {
	return wholeStory(start).toPlainText();
}

function wholeStory(start: StoryStart): SnippetText {
	const snippet = new SnippetText();
	addFrontMatter(snippet, start);
	snippet.add('\n# ');
	if (start.title === undefined) snippet.stop(titlePrompt);
	else snippet.add(headingText(start.title));
	for (const kind of sectionKinds) addSection(snippet.add('\n\n'), kind, 2, start.competency);
	return snippet.add('\n').end();
}

/** A title as a heading shows it: only the marks that Markdown would take for its own are escaped. */
function headingText(title: string): string {
	const marks =
		/[`*]|\\(?=[^\p{L}\p{N}\s])|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|\](?=\()|<(?=[a-z/!?])|&(?=#?\w+;)|#+$/giu;
	return title.replace(marks, '\\$&');
}

/** Front matter alone. */
function frontMatterSnippet(choices: readonly Competency[]): string {
	const snippet = new SnippetText();
	addFrontMatter(snippet, { choices });
	return snippet.end().toString();
}

/** One section under a heading of level 2, with the questions that every story answers there. */
export function sectionSnippet(kind: SectionKind): string {
	const snippet = new SnippetText();
	addSection(snippet, kind, 2);
	return snippet.add('\n').end().toString();
}

/** A story for a bank: a heading of level 2, the lines with its details, and its sections as labels. */
function bankEntrySnippet(choices: readonly Competency[]): string {
	const snippet = new SnippetText().add('## ').stop(titlePrompt).add('\n\n**Competencies:** ');
	snippet.choice(choices.map(({ name }) => name)).add('\n**Status:** draft\n**Date:** ');
	snippet.lastStop().add('\n**Strength:** ').lastStop().add('\n');
	for (const kind of sectionKinds) {
		snippet.add(`\n**${sectionTitles[kind]}:** `);
		addPrompts(snippet, promptsFor(kind, []), ' ').add('\n');
	}
	return snippet.end().toString();
}

/** A section that is missing in a story, with its prompts as tab stops. */
export function insertionSnippet({ before, prompts, between, after }: SectionInsertion): string {
	const snippet = addPrompts(new SnippetText().add(before), prompts, between);
	return snippet.end().add(after).toString();
}

function addFrontMatter(snippet: SnippetText, { competency, choices }: StoryStart): void {
	snippet.add('---\ncompetencies: [');
	if (competency) snippet.add(writtenIdOf(competency));
	else snippet.choice(choices.map(writtenIdOf));
	// When it happened only the author knows, and nobody can rate a story before it is written.
	snippet.add(']\nstatus: draft\ndate: ').lastStop().add('\nstrength: ').lastStop().add('\n---\n');
}

function addSection(snippet: SnippetText, kind: SectionKind, level: number, competency?: Competency): void {
	snippet.add(`${'#'.repeat(level)} ${sectionTitles[kind]}\n\n`);
	addPrompts(snippet, promptsFor(kind, competency ? [competency] : []), '\n');
}

function addPrompts(snippet: SnippetText, prompts: readonly string[], between: string): SnippetText {
	for (const [index, prompt] of prompts.entries()) snippet.add(index === 0 ? '' : between).stop(prompt);
	return snippet;
}

/** One entry of a file of snippets as VS Code reads it. */
export interface ContributedSnippet {
	readonly prefix: string;
	readonly description: string;
	readonly body: readonly string[];
}

const sidePrompts: Readonly<Record<SideKind, string>> = {
	'in-short': 'How would you tell it in 30 seconds?',
	'follow-ups': 'What would they ask next? What would you answer?',
};

const sideDescriptions: Readonly<Record<SideKind, string>> = {
	'in-short': 'A STAR+ story in 30 seconds',
	'follow-ups': 'What is asked after a STAR+ story, with your answers; not told or timed',
};

/** The prefixes of the snippets for the built-in competencies. */
const competencyPrefixes: Readonly<Record<string, string>> = {
	'technical-initiative': 'star-initiative',
	'technical-influence': 'star-influence',
	mentorship: 'star-mentorship',
	'cross-team-alignment': 'star-alignment',
};

/**
 * The snippets that the extension contributes to Markdown, by name.
 *
 * @param framework the one that is active by default
 */
export function contributedSnippets({ competencies }: Framework): Readonly<Record<string, ContributedSnippet>> {
	const snippets: Record<string, ContributedSnippet> = {
		'STAR story': entry('star', 'A whole STAR+ story with front matter', storySnippet({ choices: competencies })),
	};
	for (const competency of competencies) {
		const prefix = competencyPrefixes[competency.id];
		const body = storySnippet({ competency, choices: competencies });
		if (prefix)
			snippets[`STAR story: ${competency.name}`] = entry(
				prefix,
				`A STAR+ story of ${competency.name}, with its prompts`,
				body,
			);
	}
	snippets['STAR front matter'] = entry(
		'star-frontmatter',
		'Front matter of a STAR+ story',
		frontMatterSnippet(competencies),
	);
	for (const kind of sectionKinds) {
		const title = sectionTitles[kind];
		snippets[`STAR ${title}`] = entry(
			`star-${kind}`,
			`The ${title} section of a STAR+ story`,
			sectionSnippet(kind),
		);
	}
	for (const kind of sideKinds) {
		const title = sideTitles[kind];
		const body = new SnippetText().add(`## ${title}\n\n`).stop(sidePrompts[kind]).add('\n').end().toString();
		snippets[`STAR ${title}`] = entry(`star-${kind}`, sideDescriptions[kind], body);
	}
	snippets['STAR bank entry'] = entry(
		'star-bank-entry',
		'One more STAR+ story for a file with several',
		bankEntrySnippet(competencies),
	);
	return snippets;
}

function entry(prefix: string, description: string, body: string): ContributedSnippet {
	return { prefix, description, body: body.split('\n') };
}
