import type { Framework } from '../../framework/model.ts';
import { sectionKinds, sectionTitles } from '../../framework/sectionKind.ts';
import { bankEntrySnippet, frontMatterSnippet, sectionSnippet, storySnippet } from './storySnippets.ts';

/** One entry of a file of snippets as VS Code reads it. */
export interface ContributedSnippet {
	readonly prefix: string;
	readonly description: string;
	readonly body: readonly string[];
}

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
