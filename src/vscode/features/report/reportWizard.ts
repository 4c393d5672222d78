import * as vscode from 'vscode';
import { lensNamed } from '../../../core/library/lens.ts';
import { type ReportFormat, reportFormats } from '../../../core/report/reportFormats.ts';
import { plural } from '../../../core/text/words.ts';
import { askInTurn, pickStep, type Step } from '../../steps.ts';
import { chosen, type ReportAnswers, titleFor } from './reportAnswers.ts';
import { asChoice, type ReportDocuments } from './reportDocuments.ts';
import { hidingSteps } from './reportRedaction.ts';
import type { ReportChoice, Reports } from './reports.ts';

/** A folder with how many stories it holds. */
type FolderCount = readonly [scope: string, stories: number];

/** Under which the workspace's state keeps the answers: no name that is hidden, and no word besides. */
const answersKey = 'starStories.report.answers';

/** Asks what to tell, of which stories, in which form and with which names; the answers of last time are preset. */
export class ReportWizard {
	readonly #reports: Reports;
	readonly #documents: ReportDocuments;
	readonly #workspaceState: vscode.Memento;

	constructor(reports: Reports, documents: ReportDocuments, workspaceState: vscode.Memento) {
		this.#reports = reports;
		this.#documents = documents;
		this.#workspaceState = workspaceState;
	}

	/** @returns undefined where the author changed their mind */
	async ask(): Promise<ReportAnswers | undefined> {
		const last = this.#last();
		const folders = this.#folders();
		const answers = await askInTurn<ReportAnswers>({ choice: {} }, ({ choice, redact }) => [
			...(folders.length > 0 ? [this.#scope(folders, last)] : []),
			...(this.#frameworks(choice).length > 1 ? [this.#lens(last)] : []),
			formatStep(last),
			...hidingSteps(this.#reports, this.#documents, last, redact ?? last.redact),
		]);
		if (answers) {
			const { choice, format, redact } = answers;
			const { also: _also, ...kept } = choice;
			await this.#workspaceState.update(answersKey, { ...kept, format: format?.id, redact });
		}
		return answers;
	}

	#last(): ReportAnswers {
		const kept: unknown = this.#workspaceState.get(answersKey);
		if (typeof kept !== 'object' || kept === null) return { choice: {} };
		const { format, redact } = kept as { readonly format?: unknown; readonly redact?: unknown };
		const known = reportFormats.find(({ id }) => id === format);
		return { choice: asChoice(kept), ...(known && { format: known }), redact: redact === true };
	}

	/** The folders that hold a part of the stories. */
	#folders(): readonly FolderCount[] {
		const { scopes } = this.#reports;
		const all = scopes.count();
		return [...scopes.folders()].filter(([, stories]) => stories < all);
	}

	#frameworks({ scope }: ReportChoice) {
		return this.#reports.scopes.lookupsFor(scope).frameworks;
	}

	#scope(folders: readonly FolderCount[], last: ReportAnswers): Step<ReportAnswers> {
		const described = (stories: number) => plural(stories, 'story', 'stories');
		const rows = [
			{ label: 'All stories', description: described(this.#reports.scopes.count()), choice: {} as ReportChoice },
			...folders.map(([scope, stories]) => ({
				label: scope,
				iconPath: new vscode.ThemeIcon('folder'),
				description: described(stories),
				choice: { scope },
			})),
		];
		return async (answers, place) => {
			const picked = await pickStep(rows, {
				...place,
				title: titleFor('which stories'),
				placeHolder: 'Which stories should it tell of?',
				isPreset: ({ choice }) => choice.scope === last.choice.scope,
			});
			return chosen(picked, ({ choice }) => ({ ...answers, choice }));
		};
	}

	#lens(last: ReportAnswers): Step<ReportAnswers> {
		return async (answers, place) => {
			const rows = [
				{ label: 'All active frameworks', description: '', choice: {} as ReportChoice },
				...this.#frameworks(answers.choice).map((framework) => ({
					label: framework.name,
					description: plural(framework.competencies.length, 'competency', 'competencies'),
					choice: { lens: lensNamed(framework) },
				})),
			];
			const picked = await pickStep(rows, {
				...place,
				title: titleFor('framework'),
				placeHolder: 'Through which framework should the stories be seen?',
				isPreset: ({ choice }) => choice.lens === last.choice.lens,
			});
			return chosen(picked, ({ choice }) => ({ ...answers, choice: { ...answers.choice, ...choice } }));
		};
	}
}

function formatStep(last: ReportAnswers): Step<ReportAnswers> {
	const rows = reportFormats.map((format) => ({ label: format.name, description: format.purpose, format }));
	return async (answers, place) => {
		const picked = await pickStep(rows, {
			...place,
			title: titleFor('format'),
			placeHolder: 'Which format?',
			isPreset: ({ format }: { readonly format: ReportFormat }) => format.id === last.format?.id,
		});
		return chosen(picked, ({ format }) => ({ ...answers, format }));
	};
}
