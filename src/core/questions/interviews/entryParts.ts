import { type Span, trimSpan } from '../../text/span.ts';

/** What a label in the list of interviews says. */
export type EntryLabel = 'asked' | 'told' | 'landed' | 'competency' | 'company' | 'date' | 'round' | 'people' | 'other';

/** The names under which people write each label, the first one as this product does. */
const names: Readonly<Record<EntryLabel, string>> = {
	asked: 'asked|questions? asked|they asked|was asked|asked me|question|q\\d*|prompt',
	told: 'told|i told|story told|story|my story|stor(?:y|ies) used|told story|used|answered with|answer|a',
	landed: 'landed|how it landed|how did it land|it landed|landing|how it went|it went|went|outcome|result|reaction|verdict|rating|reception',
	competency: 'competency|competencies|probed|probes|principle|value|theme|lp',
	company: 'company|employer|organi[sz]ation|org|firm',
	date: 'date|when|day|on',
	round: 'round|stage|step|loop|type|kind|format',
	people: 'interviewers?|interviewed by|with|who|panel|asked by',
	other: 'notes?|follow[ -]?ups?|next|next time|to ?do|lessons?|learned|learnings?|feedback|thoughts|role|position|duration|place|where|link|prep|offer',
};

const labelOf = (Object.keys(names) as EntryLabel[]).map(
	(label) => [label, new RegExp(`^(?:${names[label]})$`, 'iu')] as const,
);

const every = Object.values(names).join('|');
/** Those that are read within a line: any other may be a word of a question. */
const inline = ['told', 'i told', 'story told', 'landed', 'how it landed', 'asked', 'story', 'went', 'it went'].join(
	'|',
);

const atLineStart = String.raw`(?:^|(?<=[\n\r]))[ \t>]*`;
const behindMark = String.raw`(?<=[;·|,([—–→.?!"”’*_\s])`;
const emphasis = String.raw`(?:\*\*|__|\*|_)`;
const pattern = new RegExp(
	[
		String.raw`${atLineStart}${emphasis}?(?<first>${every})${emphasis}?\s{0,2}[:：]${emphasis}?(?=\s|$|["“”[*_])`,
		String.raw`${atLineStart}${emphasis}(?<bold>${every})[.,?]?${emphasis}(?=\s|$)`,
		String.raw`${behindMark}${emphasis}?(?<inner>${inline})${emphasis}?[:：]${emphasis}?(?=\s|$|["“”[*_])`,
		// `Told the outage`, `landed well`: without a colon where nothing stands before it.
		String.raw`^(?<bare>told|landed|went)(?=\s+\S)`,
		String.raw`(?<=\()(?<closed>landed|went)(?=\s+\S)`,
	].join('|'),
	'giu',
);

/** A stretch of an entry with its label. */
export interface EntryPart {
	/** Absent for what stands before the first label. */
	readonly label?: EntryLabel;
	/** Where it stands in the text, without spaces and marks around it; empty where nothing is said. */
	readonly span: Span;
	/** Where the label ends; the beginning of the part where there is none. */
	readonly from: number;
}

/** The label of that name. */
export function entryLabel(name: string): EntryLabel | undefined {
	const bare = name.replaceAll(/[*_`:：?.]/gu, '').trim();
	return labelOf.find(([, known]) => known.test(bare))?.[0];
}

/** Takes a paragraph of the list apart by its labels, such as `Told: …`, bold or not. */
export function entryParts(text: string, { start, end }: Span): readonly EntryPart[] {
	const source = text.slice(start, end);
	const found = [...source.matchAll(pattern)].map(({ index, 0: whole, groups = {} }) => ({
		label: entryLabel(Object.values(groups).find((each) => each !== undefined) ?? '') ?? 'other',
		start: start + index,
		end: start + index + whole.length,
	}));
	const first = partOf(text, start, found[0]?.start ?? end);
	const parts = first.span.start < first.span.end ? [first] : [];
	return [
		...parts,
		...found.map((each, index): EntryPart => {
			const isBracketed = text[each.start - 1] === '(';
			const part = partOf(text, each.end, found[index + 1]?.start ?? end, isBracketed);
			return { ...part, label: each.label };
		}),
	];
}

function partOf(text: string, from: number, to: number, isBracketed = false): EntryPart {
	const span = trimSpan(text, { start: from, end: to });
	let { start, end } = span;
	if (isBracketed && text[end - 1] === ')') end--;
	while (end > start && /[\s;·|,([—–→>]/u.test(text[end - 1] ?? '')) end--;
	return { span: { start, end: Math.max(start, end) }, from };
}
