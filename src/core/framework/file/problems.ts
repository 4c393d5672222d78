import type { Fix, Problem, ProblemDescription, Severity } from '../../text/problem.ts';
import { shorten } from '../../text/words.ts';
import type { Span } from '../../text/span.ts';

/** What can be wrong with a framework file. An error keeps the file from being used, a warning does not. */
export const frameworkRules = [
	{ id: 'framework-syntax', summary: 'A framework file that YAML cannot read.' },
	{ id: 'framework-key', summary: 'A field that a framework file does not have, or one that it needs and lacks.' },
	{
		id: 'framework-value',
		summary: 'A value that its field does not take, or a competency that nobody has defined.',
	},
	{
		id: 'framework-duplicate',
		summary: 'The same thing twice: a field, an id, or a name that already means something else.',
	},
	{ id: 'framework-preset', summary: '`extends` with something other than a built-in framework.' },
] as const;

export type FrameworkRule = (typeof frameworkRules)[number]['id'];

/** One slip can make as many problems as the file has lines; nobody mends more than these at a time. */
const maxProblems = 100;

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
		return this.#found.length >= maxProblems;
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

/** A text of the author's in a message: on one line, and not too long. */
export function quoted(text: string): string {
	return `“${shorten(text.trim())}”`;
}

type Page = Pick<ProblemDescription, 'explanation' | 'bad' | 'good'>;

const keepsLast = 'Until it is mended, what the file last meant stays in force.';

/** Examples mark the ranges that are reported, as those of rules do. Apart from the checks, as only the pages need them. */
const pages: Readonly<Record<FrameworkRule, Page>> = {
	'framework-syntax': {
		explanation: `The file breaks a rule of YAML: a bracket that is never closed, a tab as indentation, a second document. The message is the parser’s, at the place where it stopped understanding. Tabs have a fix. ${keepsLast}`,
		bad: ['extends:\n«\t»- staff\n', 'extends: staff\n«---»\nextends: meta\n'],
		good: ['extends:\n  - staff\n'],
	},
	'framework-key': {
		explanation: `A field that nobody reads does nothing, and a misspelt one looks as if it did. Fields are written as in the documentation; the nearest one is a fix. A new competency needs an \`id\` and a \`name\`; one that changes a competency of \`extends\` needs only its \`id\`. ${keepsLast}`,
		bad: [
			'extends: staff\n«competences»:\n  - { id: courage, name: Courage }\n',
			'extends: staff\ncompetencies:\n  - { id: courage, name: Courage, «wieght»: 5 }\n',
			'extends: staff\ncompetencies:\n  - id: «courage»\n',
		],
		good: [
			'extends: staff\ncompetencies:\n  - { id: courage, name: Courage }\n',
			'extends: staff\ncompetencies:\n  - { id: mentorship, description: Others grow because of me. }\n',
		],
	},
	'framework-value': {
		explanation: `A target is a whole number or a range such as \`1-2\`, an id is lower-case words with hyphens, and wherever a competency is named, the framework has to have it. ${keepsLast}`,
		bad: [
			'extends: staff\ncompetencies:\n  - { id: courage, name: Courage, target: «many» }\n',
			'extends: staff\nremove: [«mentroship»]\n',
		],
		good: [
			'extends: staff\ncompetencies:\n  - { id: courage, name: Courage, target: 1-2 }\n',
			'extends: staff\nremove: [mentorship]\n',
		],
	},
	'framework-duplicate': {
		explanation: `A name has to lead to one thing. Two fields of one name, two competencies of one id, or an alias that another competency goes by would leave it open which of them counts. Where that changes nothing, as with one item twice in a list, it is a warning and the file is used. ${keepsLast}`,
		bad: [
			'extends: staff\ncompetencies:\n  - { id: courage, name: Courage }\n  - { id: «courage», name: Nerve }\n',
			'extends: staff\ncompetencies:\n  - { id: courage, name: «Mentorship & Knowledge Sharing» }\n',
		],
		good: ['extends: staff\ncompetencies:\n  - { id: courage, name: Courage }\n  - { id: nerve, name: Nerve }\n'],
	},
	'framework-preset': {
		explanation: `\`extends\` names the built-in frameworks that yours builds on, by their ids: \`staff\`, \`staff-extended\`, \`amazon-lp\`, \`meta\`, \`google\`, \`gitlab-values\`. It cannot name your own, nor can yours take one of these ids. The nearest is a fix. ${keepsLast}`,
		bad: ['extends: «staf»\n', 'id: acme\nextends: [staff, «acme»]\n'],
		good: ['extends: [staff, amazon-lp]\n'],
	},
};

/** What the documentation tells of each problem of framework files. */
export const frameworkProblems: readonly ProblemDescription[] = frameworkRules.map(({ id, summary }) => ({
	id,
	summary,
	severity: 'error',
	fixedSeverity: true,
	language: 'yaml',
	...pages[id],
}));
