import type { FullSideSection } from '../../story/model.ts';
import type { Token } from '../../story/tokens.ts';

/** What an author has ready for after the telling. */
export interface FollowUp {
	/** As it is written; absent where an answer stands without one. */
	readonly question?: string;
	/** Empty where nobody has answered it yet. */
	readonly answer: string;
}

const marks = /^(?:[QA]\d?\s*[.:)]|[-–—→]+)\s*/u;
/** A longer text before a question mark is no question. */
const maxQuestion = 300;

/**
 * Reads the questions under Follow-ups with their answers: a line that asks begins one, and what stands behind its
 * question mark or below it answers it.
 *
 * @param sections beside the telling
 */
export function followUps(sections: readonly Pick<FullSideSection, 'kind' | 'spoken'>[]): readonly FollowUp[] {
	const found: { question?: string; answer: string }[] = [];
	for (const { kind, spoken } of sections) {
		if (kind !== 'follow-ups') continue;
		for (const line of spoken.split('\n')) {
			const text = line.replace(marks, '').trim();
			if (text === '') continue;
			const end = text.search(/[?？](?=["”’)»]?(?:\s|$))/u);
			if (end >= 0 && end < maxQuestion) {
				const question = text.slice(0, end + 1);
				const answer = text
					.slice(end + 1)
					.replace(/^["”’)»]*\s*/u, '')
					.replace(marks, '');
				found.push({ question, answer });
			} else {
				const last = found.at(-1);
				if (last?.question === undefined) found.push({ answer: text });
				else last.answer = last.answer === '' ? text : `${last.answer} ${text}`;
			}
		}
	}
	return found;
}

/** The words of a passage without those of its questions, which answer nothing. */
export function statementsIn(tokens: readonly Token[]): readonly Token[] {
	const statements: Token[] = [];
	let open: Token[] = [];
	for (const token of tokens) {
		if (token.opens) {
			statements.push(...open);
			open = [];
		}
		open.push(token);
		if (/^[?？]$/u.test(token.text)) open = [];
	}
	return [...statements, ...open];
}

const unspecific =
	/^(?:the|and|for|was|are|did|you|who|why|how|not|had|has|its|his|her|our|can|one|what|which|when|where|whom?|whose|why|how|would|could|should|have|been|were|with|that|this|from|your|yours|about|there|their|them|they|then|than|into|since|today|here|does|did|will|before|after|some|more|much|most|other|else)$/u;

function wordsOf(text: string): ReadonlySet<string> {
	const words = text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
	return new Set(words.filter((word) => !unspecific.test(word)).map((word) => word.slice(0, 6)));
}

/** Whether two questions ask the same, as far as their words show. */
export function asksTheSame(one: string, other: string): boolean {
	if (one.toLowerCase() === other.toLowerCase()) return true;
	const [a, b] = [wordsOf(one), wordsOf(other)];
	const shared = [...a].filter((word) => b.has(word)).length;
	return shared >= 2 && shared * 2 > Math.min(a.size, b.size);
}
