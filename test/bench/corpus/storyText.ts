import { type SectionKind, sectionKinds, sectionTitles } from '../../../src/core/framework/sectionKind.ts';
import type { Prose } from './prose.ts';
import type { Random } from './random.ts';

const names: Readonly<Record<SectionKind, readonly string[]>> = {
	situation: ['Situation', 'Context', 'Background'],
	task: ['Task', 'Goal', 'Challenge'],
	action: ['Action', 'Actions', 'What I did'],
	result: ['Result', 'Results', 'Outcome'],
	learnings: ['Learnings', 'Lessons learned', 'Reflection'],
};

const competencies = [
	'technical-initiative',
	'technical-influence',
	'mentorship',
	'cross-team-alignment',
	'Technical Initiative',
	'Technical Influence',
	'Mentorship & Knowledge Sharing',
	'Cross-Team Alignment',
];

/** Tags with a typing error, or of no framework. */
const misspelt = ['mentroship', 'tehcnical-influence', 'Technical Initative', 'cross-team', 'Leadership'];
/** Gaps that were never filled. */
const leftOver = [
	'TODO: the number',
	'It saved XX% a month.',
	'We served <metric> requests.',
	'I asked [team name] first.',
	'TBD',
];

/** Paragraphs of each section: most of a story of three minutes is Action. */
const paragraphs: Readonly<Record<SectionKind, readonly [min: number, max: number]>> = {
	situation: [1, 2],
	task: [1, 1],
	action: [1, 5],
	result: [1, 2],
	learnings: [1, 2],
};

/** A story file as people write them: four in ten have a mistake in their front matter or sections. */
export function storyText(random: Random, prose: Prose): string {
	const title = random.pick(prose.titles);
	const heading = random.happens(0.97) ? `# ${title}\n\n` : '';
	const ending = random.happens(0.1) ? '\r\n' : '\n';
	const mark = random.happens(0.01) ? '\uFEFF' : '';
	return mark + `---\n${frontMatter(random)}---\n\n${heading}${sections(random, prose, 2)}`.replaceAll('\n', ending);
}

/** A bank of stories, each with lines of its own. */
export function bankText(random: Random, prose: Prose, stories: number): string {
	let text = '# Short versions\n\nEach in a minute.\n\n';
	for (let index = 0; index < stories; index++) {
		text += `## ${random.pick(prose.titles)} (${index + 1})\n\n**Competencies:** ${tags(random).join('; ')}\n**Strength:** ${random.between(1, 5)}\n**Date:** ${date(random)}\n\n`;
		text += sections(random, prose, 0);
	}
	return text;
}

function frontMatter(random: Random): string {
	const lines: string[] = [];
	const named = tags(random);
	if (random.happens(0.03)) lines.push('type: star-story');
	else if (random.happens(0.5)) lines.push(`competencies: [${named.join(', ')}]`);
	else lines.push('competencies:', ...named.map((tag) => `  - ${tag}`));
	lines.push(
		`status: ${random.happens(0.02) ? 'done' : random.pick(['draft', 'ready', 'ready', 'ready', 'retired'])}`,
	);
	if (random.happens(0.9)) lines.push(`strength: ${random.happens(0.02) ? 9 : random.between(1, 5)}`);
	lines.push(`date: ${date(random)}`);
	if (random.happens(0.4)) lines.push('company: Halyard Freight', 'team: Customs # the old one');
	if (random.happens(0.2))
		lines.push('metrics: [64%, "118,000 euros"]', 'questions:', '  - A time you changed your mind');
	if (random.happens(0.02)) lines.push('competancies: [mentorship]');
	if (random.happens(0.01)) lines.push('archetype: [solver');
	return `${lines.join('\n')}\n`;
}

function tags(random: Random): readonly string[] {
	const tag = () => (random.happens(0.06) ? random.pick(misspelt) : random.pick(competencies));
	return random.happens(0.3) ? [tag(), tag()] : [tag()];
}

function date(random: Random): string {
	return `${random.between(2016, 2025)}-${String(random.between(1, 12)).padStart(2, '0')}`;
}

/** @param level of the headings; 0 for labels only */
function sections(random: Random, prose: Prose, level: number): string {
	const asLabels = level === 0 || random.happens(0.25);
	const kinds = sectionKinds.filter((kind) => !random.happens(kind === 'learnings' ? 0.25 : 0.03));
	if (random.happens(0.03)) kinds.reverse();
	return kinds
		.map((kind) => {
			const text = random.happens(0.02) ? '' : sectionText(random, prose, kind);
			const name = random.happens(0.7) ? sectionTitles[kind] : random.pick(names[kind]);
			return asLabels ? `**${name}:** ${text}\n\n` : `${'#'.repeat(level)} ${name}\n\n${text}\n\n`;
		})
		.join('');
}

function sectionText(random: Random, prose: Prose, kind: SectionKind): string {
	const texts = Array.from({ length: random.between(...paragraphs[kind]) }, () =>
		withNumbers(random, random.pick(prose.sections[kind])),
	);
	if (random.happens(0.02)) texts.push(random.pick(leftOver));
	return texts.join('\n\n');
}

/** The same paragraph with other figures, so that no two files are alike. */
function withNumbers(random: Random, paragraph: string): string {
	return paragraph.replaceAll(/\b\d{1,2}\b/gu, () => String(random.between(2, 98)));
}
