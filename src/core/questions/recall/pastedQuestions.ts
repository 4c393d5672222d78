import type { Lookups } from '../../framework/lookups.ts';
import { questionReader } from './readQuestion.ts';
import { oneLine } from '../../text/words.ts';

/** A line of a pasted list, with what it seems to ask about. */
export interface ProposedQuestion {
	readonly text: string;
	/** Ids of the one or two active competencies that it probes, the likelier first; none where nothing points at one. */
	readonly competencies: readonly string[];
}

/** A list longer than this was not meant to be one of questions. */
const maxQuestions = 200;

/** Lengths of a question in UTF-16 code units: a shorter line is a heading or a stray mark, a longer one a text. */
const [minLength, maxLength] = [8, 400];

/** A line of which it is less likely what it asks about gets no proposal: a heading, or a question of another kind. */
const minProposed = 0.3;

/** A second competency is proposed where it is nearly as likely as the first. */
const alsoLikely = 0.75;

/**
 * Reads a pasted list of questions, one a line, with or without bullets and numbers, and proposes for each the active
 * competencies that it probes. Lines that are no questions by their length are left out, and so is what stands twice.
 */
export function pastedQuestions(text: string, lookups: Lookups): readonly ProposedQuestion[] {
	const reader = lookups.derive(questionReader);
	const lines = text.split(/\r\n|\r|\n/u).map((line) => oneLine(line.replace(marker, '').replace(/["”]\s*$/u, '')));
	const questions = [...new Set(lines)]
		.filter(({ length }) => length >= minLength && length <= maxLength)
		.slice(0, maxQuestions);
	return questions.map((question) => {
		const probed = reader.read(question).competencies.filter(({ active }) => active);
		const highest = probed[0]?.likelihood ?? 0;
		const least = Math.max(minProposed, highest * alsoLikely);
		const near = probed.filter(({ likelihood }) => likelihood >= least).slice(0, 2);
		return { text: question, competencies: near.map(({ competency }) => competency.id) };
	});
}

/** A bullet, a number, a quotation mark or a check box at the beginning of a line. */
const marker = /^\s*(?:[-*•–—+>]\s*|\d{1,3}[.):]\s*|Q\d*[.:)]\s*|\[[ x]\]\s*|["“”']\s*)+/iu;
