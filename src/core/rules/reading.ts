import type { Document } from '../story/document.ts';
import { documentNames } from '../story/documentNames.ts';
import type { FullSection, FullSideSection, ParsedStory, Section, SideSection } from '../story/model.ts';
import type { Probe } from '../story/probe.ts';
import { spokenText } from '../story/spokenText.ts';
import type { NamesRead } from '../text/names/hideable.ts';
import type { Problem } from '../text/problem.ts';
import type { AnalysisContext } from './analysis.ts';
import { type DocumentMemory, type SpokenSection, StoryMemory } from './documentMemory.ts';
import { rules } from './index.ts';
import { storyProbes } from './probes/storyProbes.ts';
import { type RuleOptions, type RuleRun, runRules } from './run.ts';

/** A document that holds stories, as it was read: the parts of its analysis, each worked out when it is asked for. */
export class Reading {
	readonly document: Document;
	readonly #context: AnalysisContext;
	readonly #memories: ReadonlyMap<ParsedStory, StoryMemory>;
	readonly #isRemembered: boolean;

	/** @param memory of the document as it was before an edit */
	constructor(document: Document, context: AnalysisContext, memory?: DocumentMemory) {
		this.document = document;
		this.#context = context;
		this.#isRemembered = memory !== undefined;
		this.#memories = new Map(
			document.stories.map((story) => [story, memory?.of(story, document) ?? new StoryMemory()]),
		);
	}

	/** What the rules say. */
	run(options: RuleOptions = {}): RuleRun {
		const { document } = this;
		const context = { ...this.#context, probesOf: (story: ParsedStory) => this.probesOf(story) };
		const found = runRules(document, context, context.severities, rules, {
			...options,
			...(this.#isRemembered && { known: [...this.#memories.values()] }),
		});
		if (document.kind !== 'bank') return found;
		const numbers = storyNumbers(document.stories);
		return { ...found, problems: found.problems.map((problem) => numbered(problem, numbers)) };
	}

	/** The names that it lists to be hidden; undefined where it lists none, for sure. */
	get names(): NamesRead | undefined {
		return documentNames(this.document);
	}

	/** The sections of one of its stories, with their words. */
	sectionsOf(story: ParsedStory): readonly FullSection[] {
		const spoken = this.#memoryOf(story).sections(() => story.sections.map((section) => this.#spoken(section)));
		return story.sections.map((section, index) => ({ ...section, ...(spoken[index] ?? { words: 0, spoken: '' }) }));
	}

	/** Its sections beside the telling. */
	sidesOf(story: ParsedStory): readonly FullSideSection[] {
		return story.sides.map((side) => ({ ...side, ...this.#spoken(side) }));
	}

	/** What is asked about it. */
	probesOf(story: ParsedStory): readonly Probe[] {
		return this.#memoryOf(story).probes(story, () => storyProbes(story, this.document, this.#context.lookups));
	}

	#memoryOf(story: ParsedStory): StoryMemory {
		return this.#memories.get(story) ?? new StoryMemory();
	}

	/** How many words of a section are said aloud. */
	wordsOf(section: Section | SideSection): number {
		return this.document.passages.of(section).words;
	}

	/** What is said aloud of it. */
	spokenOf(section: Section | SideSection): string {
		return spokenText(this.document, section);
	}

	#spoken(section: Section | SideSection): SpokenSection {
		return { words: this.wordsOf(section), spoken: this.spokenOf(section) };
	}
}

/** In a list of problems nothing but the message tells of which story of a bank it speaks. */
function numbered(problem: Problem, numbers: readonly string[]): Problem {
	const { message, story } = problem;
	const number = story === undefined ? undefined : numbers[story];
	return number === undefined ? problem : { ...problem, message: `${message} (Story ${number})` };
}

/** A number at the beginning of a title, as in `Story 7: …`, `7. …` or `10b) …`. */
const ownNumber = /^(?:(?:story|example|question|q)\s*#?(\d{1,3}[a-z]?)\b|#?(\d{1,3}[a-z]?)[.):]\s)/iu;

/** By what number each story of a bank goes: its author's own, where every title has another one; else its place. */
function storyNumbers(stories: readonly Pick<ParsedStory, 'title'>[]): readonly string[] {
	const own = stories.flatMap(({ title }) => ownNumber.exec(title.trim())?.slice(1).find(Boolean) ?? []);
	const isClear = own.length === stories.length && new Set(own).size === own.length;
	return isClear ? own : stories.map((_story, index) => String(index + 1));
}
