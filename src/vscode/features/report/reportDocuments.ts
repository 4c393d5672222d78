import * as vscode from 'vscode';
import { Disposables } from '../../../core/library/disposables.ts';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import { OneAtATime } from '../../../core/library/oneAtATime.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import type { InterviewFiles } from '../../../core/questions/interviews/interviewFiles.ts';
import type { OpportunityFiles } from '../../../core/questions/opportunities/opportunityFiles.ts';
import { hideableFields } from '../../../core/text/names/hideable.ts';
import { commands, settingsSection } from '../../ids.ts';
import { showPreview } from '../../markdownPreview.ts';
import { randomName } from '../../randomName.ts';
import type { ReportChoice, Reports } from './reports.ts';

/** Reports are documents of a scheme of their own: they can be read, previewed and saved elsewhere, and ask for nothing. */
const scheme = 'star-stories';

/** Reports in Markdown as documents that follow the stories. */
export class ReportDocuments implements vscode.Disposable {
	readonly #disposables = new Disposables();
	readonly #changes = this.#disposables.add(new vscode.EventEmitter<vscode.Uri>());
	readonly #making = new OneAtATime<string>();
	/** Words that are hidden besides, by the names under which addresses have them. */
	readonly #also = new Map<string, NonNullable<ReportChoice['also']>>();

	/**
	 * @param opportunities are part of reports
	 * @param interviews are part of reports
	 * @param allKnown resolves when every story of the workspace is known; before, something would be missing
	 */
	constructor(
		reports: Reports,
		storyFiles: StoryFiles,
		frameworks: Frameworks,
		opportunities: Pick<OpportunityFiles, 'onDidChange'>,
		interviews: Pick<InterviewFiles, 'onDidChange'>,
		allKnown: () => Promise<void>,
	) {
		this.#disposables.add(
			vscode.workspace.registerTextDocumentContentProvider(scheme, {
				onDidChange: this.#changes.event,
				// A report that ends after a newer one would take its place.
				provideTextDocumentContent: ({ query }) =>
					this.#making.run(query, async () => {
						await allKnown();
						return reports.write('markdown', await reports.make(this.#choiceIn(query)));
					}),
			}),
		);
		const follow = () => {
			for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === scheme) this.#changes.fire(uri);
		};
		this.#disposables.add(storyFiles.index.onDidChange(follow));
		this.#disposables.add(frameworks.onDidChange(follow));
		// A file with errors may list other names than before.
		this.#disposables.add(frameworks.onDidRead(follow));
		this.#disposables.add(opportunities.onDidChange(follow));
		this.#disposables.add(interviews.onDidChange(follow));
		this.#disposables.add(
			vscode.workspace.onDidChangeConfiguration(
				(event) => event.affectsConfiguration(settingsSection) && follow(),
			),
		);
	}

	/**
	 * The document that shows a report. Words that are hidden besides stand in its address under another name: VS Code
	 * keeps addresses.
	 */
	uriOf({ also, ...choice }: ReportChoice): vscode.Uri {
		const named = { ...choice, ...(also && { also: this.#nameFor(also) }) };
		const query = Object.keys(named).length === 0 ? '' : JSON.stringify(named);
		return vscode.Uri.from({ scheme, path: `/STAR Stories Report${choice.hide ? ' (redacted)' : ''}.md`, query });
	}

	/** Shows a report as it is now: also where the day or the report to compare with is another one by now. */
	async show(choice: ReportChoice): Promise<void> {
		const uri = this.uriOf(choice);
		this.#changes.fire(uri);
		const document = await vscode.workspace.openTextDocument(uri);
		await vscode.languages.setTextDocumentLanguage(document, 'markdown');
		await showPreview(uri);
	}

	#nameFor(also: NonNullable<ReportChoice['also']>): string {
		const known = [...this.#also].find(([, words]) => JSON.stringify(words) === JSON.stringify(also));
		const name = known?.[0] ?? randomName();
		this.#also.set(name, also);
		return name;
	}

	/** Reads an address, which anybody can write; of an earlier session everything that comes near a name is hidden. */
	#choiceIn(query: string): ReportChoice {
		try {
			const value: unknown = query === '' ? {} : JSON.parse(query);
			const { also: _also, ...choice } = asChoice(value);
			const { also } = value as { readonly also?: unknown };
			if (also === undefined) return choice;
			return { ...choice, also: (typeof also === 'string' ? this.#also.get(also) : undefined) ?? 'near' };
		} catch {
			return {};
		}
	}

	/** Shows a report with and without the names side by side. */
	async compare(choice: ReportChoice, hidden: Pick<ReportChoice, 'hide' | 'also'>): Promise<void> {
		const [named, redacted] = [this.uriOf(choice), this.uriOf({ ...choice, ...hidden })];
		await vscode.commands.executeCommand('vscode.diff', named, redacted, 'Report: with names ↔ redacted');
	}

	dispose(): void {
		this.#disposables.dispose();
	}
}

/** What can be taken for a choice of what others hand over. */
export function asChoice(value: unknown): ReportChoice {
	const { lens, scope, hide, also } = (typeof value === 'object' && value !== null ? value : {}) as Readonly<
		Record<string, unknown>
	>;
	return {
		...(typeof lens === 'string' && { lens }),
		...(typeof scope === 'string' && scope !== '' && { scope }),
		...(Array.isArray(hide) && { hide: hideableFields.filter((field) => hide.includes(field)) }),
		...(Array.isArray(also) && { also: also.filter((word) => typeof word === 'string') }),
	};
}

/** Shows the report of everything, without a question. */
export function registerShowReport(reportDocuments: ReportDocuments): vscode.Disposable {
	return vscode.commands.registerCommand(commands.showReport, () => reportDocuments.show({}));
}
