import type * as vscode from 'vscode';
import type { CompetencyLookup, Lookups } from '../core/framework/lookups.ts';
import type { Coverage } from '../core/library/coverage.ts';
import { Disposables } from '../core/library/disposables.ts';
import type { Frameworks } from '../core/library/frameworks.ts';
import { LibraryCoverage } from '../core/library/libraryCoverage.ts';
import type { StoryIndex } from '../core/library/storyIndex.ts';

/** Answers what the whole bank holds, and computes each answer once between two changes. */
export class Library implements vscode.Disposable {
	readonly #frameworks: Frameworks;
	readonly #disposables = new Disposables();
	readonly #ofLibrary: LibraryCoverage;
	readonly #coverage = new Map<Lookups, readonly Coverage[]>();

	constructor(index: StoryIndex, frameworks: Frameworks) {
		this.#frameworks = frameworks;
		// Hears of a change before the answers to it are asked for.
		this.#ofLibrary = this.#disposables.add(new LibraryCoverage(index));
		this.#disposables.add(index.onDidChange(() => this.#coverage.clear()));
		this.#disposables.add(frameworks.onDidChange(() => this.#coverage.clear()));
	}

	/** Coverage of every competency of the frameworks that hold for a file, in their order. */
	coverageFor(uri: vscode.Uri | undefined): readonly Coverage[] {
		const lookups = this.#frameworks.lookupsFor(uri?.toString());
		let coverage = this.#coverage.get(lookups);
		if (!coverage) this.#coverage.set(lookups, (coverage = this.#ofLibrary.of(lookups.competencies.all)));
		return coverage;
	}

	/** The competencies that a tag of a file can name. */
	lookupFor(uri: vscode.Uri | undefined): CompetencyLookup {
		return this.#frameworks.lookupsFor(uri?.toString()).competencies;
	}

	dispose(): void {
		this.#disposables.dispose();
	}
}
