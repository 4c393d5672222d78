import { type FullStory, type ParsedStory, plainStory } from '../story/model.ts';
import { messageOf } from '../text/messageOf.ts';
import { type NamesRead, unreadNames } from '../text/names/hideable.ts';
import { orFailure, readingOf, wordsIn } from './analyse.ts';
import type { AnalysisContext, FullAnalysis } from './analysis.ts';
import { Reading } from './reading.ts';
import type { RuleFailure, RuleOptions, RuleRun } from './run.ts';

/** How parts of an analysis are worked out. */
export interface LazyOptions extends RuleOptions {
	/**
	 * Works one of them out.
	 *
	 * @returns undefined where that was given up
	 */
	readonly workOut?: <T>(part: () => T) => T | undefined;
	/** The analysis of the document where a part of it was given up. */
	readonly givenUp?: () => FullAnalysis;
}

/**
 * What {@link analyse} finds, for whoever asks for little of it, and never for another version of the document: it is
 * read now, and problems, probes and the words of its stories are worked out from that when they are asked for.
 * Failures are those so far. It holds on to the syntax tree, and cannot be sent anywhere.
 */
export function analyseLazily(text: string, context: AnalysisContext, options: LazyOptions = {}): FullAnalysis {
	return orFailure(() => {
		const reading = readingOf(text, context);
		return reading instanceof Reading ? new LazyAnalysis(reading, options).analysis : reading;
	});
}

class LazyAnalysis {
	readonly analysis: FullAnalysis;
	readonly #reading: Reading;
	readonly #options: LazyOptions;
	readonly #failures: RuleFailure[] = [];

	constructor(reading: Reading, options: LazyOptions) {
		this.#reading = reading;
		this.#options = options;
		const run = once(() => this.#run());
		const analysis = withParts(
			{
				kind: reading.document.kind,
				stories: reading.document.stories.map((story) => this.#story(story)),
				failures: this.#failures,
			},
			{ problems: () => run().problems, names: () => this.#names() },
		);
		// What is undefined is as good as absent.
		this.analysis = analysis as FullAnalysis;
	}

	#story(story: ParsedStory): FullStory {
		const reading = this.#reading;
		const words = once(() => this.#workOut(() => story.sections.map((each) => reading.wordsOf(each)), []));
		const spoken = once(() => this.#workOut(() => story.sections.map((each) => reading.spokenOf(each)), []));
		const sections = story.sections.map((section, index) =>
			withParts({ ...section }, { words: () => words()[index] ?? 0, spoken: () => spoken()[index] ?? '' }),
		);
		return withParts(plainStory(story), {
			words: () => wordsIn(sections),
			sections: () => sections,
			sides: () => this.#workOut(() => reading.sidesOf(story), []),
			probes: () => this.#workOut(() => reading.probesOf(story), []),
		});
	}

	/** Nobody would look for a name that is missing. */
	#names(): NamesRead | undefined {
		const found = this.#workOut(() => ({ names: this.#reading.names }), undefined);
		return found ? found.names : unreadNames('its analysis failed');
	}

	#run(): Pick<RuleRun, 'problems'> {
		const found = this.#workOut(() => this.#reading.run(this.#options), undefined);
		this.#failures.push(...(found?.failures ?? []));
		return found ?? this.#options.givenUp?.() ?? { problems: [] };
	}

	/** @param instead where it was given up or failed */
	#workOut<T>(part: () => T, instead: T): T {
		const { workOut = (each: () => T) => each() } = this.#options;
		try {
			return workOut(part) ?? instead;
		} catch (error) {
			this.#failures.push({ rule: 'analyse', message: messageOf(error) });
			return instead;
		}
	}
}

function once<T>(make: () => T): () => T {
	let made: { readonly value: T } | undefined;
	return () => (made ??= { value: make() }).value;
}

/** Adds properties to an object, each worked out when it is read for the first time. */
function withParts<Whole extends object, Parts extends Readonly<Record<string, () => unknown>>>(
	whole: Whole,
	parts: Parts,
): Whole & { readonly [Name in keyof Parts]: ReturnType<Parts[Name]> } {
	for (const [name, make] of Object.entries(parts))
		Object.defineProperty(whole, name, { enumerable: true, get: once(make) });
	return whole as ReturnType<typeof withParts<Whole, Parts>>;
}
