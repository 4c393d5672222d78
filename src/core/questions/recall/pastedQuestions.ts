import type { Lookups } from '../../framework/lookups.ts';
import { questionIndex } from './questionBank.ts';

/** A line of a pasted list, with what it seems to ask about. */
export interface ProposedQuestion {
	readonly text: string;
	/** Ids of the one or two active competencies that it probes, the likelier first; none where nothing points at one. */
	readonly competencies: readonly string[];
}

/** A list longer than this was not meant to be one of questions. */
const maxQuestions = 200;

/** Shorter than this, in UTF-16 code units, a line is a heading or a stray mark; longer, a text. */
const [shortest, longest] = [8, 400];

/** A second competency is proposed where it is nearly as likely as the first. */
const alsoLikely = 0.75;

/**
 * Reads a pasted list of questions, one a line, with or without bullets and numbers, and proposes for each the active
 * competencies that it probes. Lines that are no questions by their length are left out, and so is what stands twice.
 */
export function pastedQuestions(text: string, lookups: Lookups): readonly ProposedQuestion[] {
	const index = lookups.derive(questionIndex);
	const lines = text.split(/\r\n|\r|\n/u).map((line) =>
		line
			.replace(marker, '')
			.replace(/["”]\s*$/u, '')
			.replace(/\s+/gu, ' ')
			.trim(),
	);
	const questions = [...new Set(lines)]
		.filter(({ length }) => length >= shortest && length <= longest)
		.slice(0, maxQuestions);
	return questions.map((question) => {
		const likely = index.competenciesOf(question).filter(({ active }) => active);
		const most = likely[0]?.likelihood ?? 0;
		const near = likely.filter(({ likelihood }) => likelihood >= most * alsoLikely).slice(0, 2);
		return { text: question, competencies: near.map(({ competency }) => competency.id) };
	});
}

/** A bullet, a number, a quotation mark or a check box at the beginning of a line. */
const marker = /^\s*(?:[-*•–—+>]\s*|\d{1,3}[.):]\s*|Q\d*[.:)]\s*|\[[ x]\]\s*|["“”']\s*)+/iu;
