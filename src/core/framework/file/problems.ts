import type { Fix, Problem, Severity } from '../../rules/rule.ts';
import type { Span } from '../../text/span.ts';

/** What can be wrong with a framework file. An error keeps the file from being used, a warning does not. */
export const frameworkRules = [
	{ id: 'framework-syntax', summary: 'A framework file that YAML cannot read.' },
	{ id: 'framework-key', summary: 'A field that a framework file does not have, or one that it needs and lacks.' },
	{ id: 'framework-value', summary: 'A value that its field does not take, or a competency that nobody has defined.' },
	{ id: 'framework-duplicate', summary: 'The same thing twice: a field, an id, or a name that already means something else.' },
	{ id: 'framework-preset', summary: '`extends` with something other than a built-in framework.' },
] as const;

export type FrameworkRule = (typeof frameworkRules)[number]['id'];

/** One slip can make as many problems as the file has lines; nobody mends more than these at a time. */
const mostProblems = 100;

/** Collects what is wrong with one file. */
export class Problems {
	readonly #found: Problem[] = [];
	#broken = false;

	/** Whether anything was found that keeps the file from being used. */
	get broken(): boolean {
		return this.#broken;
	}

	/** Whether more problems would not be kept. */
	get full(): boolean {
		return this.#found.length >= mostProblems;
	}

	/** In the order of their places. */
	get inOrder(): readonly Problem[] {
		return this.#found.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
	}

	error(rule: FrameworkRule, span: Span, message: string, fixes?: () => readonly Fix[]): void {
		this.#broken = true;
		this.#add('error', rule, span, message, fixes);
	}

	warn(rule: FrameworkRule, span: Span, message: string, fixes?: () => readonly Fix[]): void {
		this.#add('warning', rule, span, message, fixes);
	}

	#add(severity: Severity, rule: FrameworkRule, span: Span, message: string, fixes?: () => readonly Fix[]): void {
		if (this.full) return;
		const offered = fixes?.() ?? [];
		this.#found.push({ rule, severity, span, message, ...(offered.length > 0 && { fixes: offered }) });
	}
}

const longestQuote = 40;

/** A text of the author's in a message: on one line, and not too long. */
export function quoted(text: string): string {
	const line = text.replace(/\s+/gu, ' ').trim();
	return `“${line.length > longestQuote ? `${line.slice(0, longestQuote).trimEnd()}…` : line}”`;
}
