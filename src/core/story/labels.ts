import type { SectionName, SectionNames } from '../framework/sectionNames.ts';
import type { LineText } from './lineText.ts';

/** How a label is written, for what is written the same way elsewhere. */
export type LabelStyle = 'emphasis' | 'plain' | 'heading' | 'cell';

/** The words at the start of a line that stand for what follows. */
export interface Label {
	/** From the first to behind the last character of the label's words, as indices into the line's text. */
	readonly from: number;
	readonly to: number;
	/** Behind the label with its separator, as an offset into the document. */
	readonly valueStart: number;
	readonly style: LabelStyle;
	/** The section it names, if any. */
	readonly section: SectionName | undefined;
	/** Whether it is a label only beside others of a story: letters, plain words, bold words without a colon. */
	readonly isWeak: boolean;
	/** Whether nothing follows it on its line. */
	readonly isAlone: boolean;
}

/** Which plain words alone on a line may be a label: any name, or only one behind a sign, as `■状況`. */
export type NamesAlone = 'any' | 'signed' | 'none';

/** Bullets, numbers, task marks and emoji before a label. */
const lead =
	/^(?:\[[ xX]\]\s+|\(?\d{1,3}[.)]\s+|[\d#*]\uFE0F?\u20E3\s*|(?:(?!\+\p{L}(?!\p{L}))[^\p{L}\p{N}\s[(［（<`]|\s)+)*/u;
/** What may stand between a label and its colon: `(20 s)`, `[15%]`. */
const aside = String.raw`(?:\s*[([（［][^()[\]（）［］]{1,40}[)\]）］])?`;
/** Two colons are a field of Dataview and Logseq. */
const colonAfter = new RegExp(`^${aside}(?:[:：]{2}|\\s*[:：])`, 'u');
const dashAfter = new RegExp(`^${aside}\\s*(?:\\s[-–—]|[–—])(?=\\s|$)`, 'u');
const asideAfter = /^\s*[([（［][^()[\]（）［］]{1,40}[)\]）］]\s*$/u;
const separatorInside = /(?:[:：]{2}|\s*[:：])\s*$/u;
const softSeparatorInside = /\s*(?:[.。]|\s[-–—]|[–—])\s*$/u;
/** A name in brackets as those who cannot set bold type write it: `【情境】`, `[Situation]`, `(S)`. */
const bracketed =
	/^(?:[([（［]([^()[\]（）［］]{1,40})[)\]）］]|[【〔「『《〈]([^【】〔〕「」『』《》〈〉]{1,40})[】〕」』》〉])\s*[:：]{0,2}\s*/u;
/** A sign that stands for a heading: `■状況`, `📌 Situation`. */
const headingSign = /[^\p{ASCII}]/u;
/** A line of tags in plain type, which counts only above the sections of a story. */
const plainTags = /^(competenc(?:y|ies)|tags)\s*[:：]\s*(?=\S)/iu;
/** What opens a {@link bracketed} name, where it was taken for a mark before it. */
const openingBracket = /[【〔「『《〈]$/u;
/** No plain label is longer, in UTF-16 code units. */
const maxPlainLength = 60;

/**
 * Reads the words at the start of a line as a label: emphasised ones (`**Situation:** …`, `**S**ituation: …`,
 * `<b>Result</b> – …`, `**Task** (15 s): …`), and plain ones that name a section (`Situation: …`).
 *
 * @param line as a reader sees it
 * @param alone which plain words alone on the line may be a label
 * @returns undefined where the line begins with none
 */
export function readLabel(line: LineText, names: SectionNames, alone: NamesAlone): Label | undefined {
	const { text, emphasisEnds } = line;
	const from = lead.exec(text)?.[0].length ?? 0;
	if (from >= text.length) return undefined;
	return emphasisEnds[from] ? emphasised(line, from, names) : plain(line, from, names, alone);
}

function emphasised(line: LineText, from: number, names: SectionNames): Label | undefined {
	const { text, emphasisEnds } = line;
	let end = from;
	while (end < text.length && emphasisEnds[end]) end++;
	let begin = from;
	while (begin > 0 && emphasisEnds[begin - 1]) begin--;
	const inner = text.slice(from, end);
	const after = text.slice(end);
	const behindEmphasis = emphasisEnds[end - 1] ?? 0;
	const isWholeLine = line.isWhole && after.trim() === '';
	const label = (
		to: number,
		valueStart: number,
		more: Pick<Label, 'section'> & Partial<Pick<Label, 'isAlone' | 'isWeak'>>,
	): Label => ({
		from: begin,
		to,
		valueStart,
		style: 'emphasis',
		isWeak: more.section?.isLetter === true,
		isAlone: isWholeLine,
		...more,
	});
	const inside = separatorInside.exec(inner);
	if (inside) {
		const name = inner.slice(0, inside.index);
		const section = names.read(name);
		const headed = section ? undefined : headOf(name, names);
		if (headed) return label(from + name.length, behindEmphasis, { section: headed, isWeak: true });
		return label(from + name.length, behindEmphasis, { section });
	}
	const separator = colonAfter.exec(after) ?? dashAfter.exec(after);
	if (separator) {
		const at = end + separator[0].length;
		const isAlone = line.isWhole && text.slice(at).trim() === '';
		const section = names.read(inner);
		const headed = section ? undefined : headOf(inner, names);
		if (headed) return label(end, behind(line, at), { section: headed, isAlone, isWeak: true });
		return label(end, behind(line, at), { section, isAlone });
	}
	const soft = softSeparatorInside.exec(inner);
	const softSection = soft && names.read(inner.slice(0, soft.index));
	if (soft && softSection) {
		return label(from + soft.index, behindEmphasis, { section: softSection });
	}
	if (/\p{L}$/u.test(inner)) {
		// `**S**ituation: …`
		const [spelled = '', rest = ''] = /^([\p{L}\p{M}\s'’-]+)[:：]/u.exec(after) ?? [];
		const section = rest === '' ? undefined : names.read(inner + rest);
		if (section) return label(end + rest.trimEnd().length, behind(line, end + spelled.length), { section });
		if (/^\p{L}/u.test(after)) return undefined;
	}
	const section = names.read(inner);
	if (isWholeLine) return label(end, behindEmphasis, { section });
	if (line.isWhole && asideAfter.test(after))
		return label(end, behind(line, text.length), { section, isAlone: true });
	// `**Situation** It was …`; a bold word that begins a sentence is none, and a letter only in brackets: `**(S)** It …`.
	if (section && (!section.isLetter || bracketed.test(text.slice(begin, end))))
		return label(end, behindEmphasis, { section, isWeak: true });
	return undefined;
}

/** The name before what the author says of it, as in `Action – how I went about it` or `状況（Situation）, 水温`. */
function headOf(words: string, names: SectionNames): SectionName | undefined {
	const [, head] = /^(.{1,40}?)(?:\s[-–—]\s|\s?[,，、]\s?)/u.exec(words) ?? [];
	const found = head === undefined ? undefined : names.read(head);
	return found?.isLetter || found?.side ? undefined : found;
}

function plain(line: LineText, from: number, names: SectionNames, mayStandAlone: NamesAlone): Label | undefined {
	const { text } = line;
	const begin = from - (openingBracket.test(text.slice(0, from)) ? 1 : 0);
	const [between, round, corner] = bracketed.exec(text.slice(begin, begin + maxPlainLength)) ?? [];
	const rest = text.slice(from, from + maxPlainLength);
	// `Situation :: …` is a flash card.
	const colon = /^([^:：]+?)(?:(?<!\s)[:：]{2}|\s*[:：])(?:(?<=：)|(?=\s|$|[\p{L}「『“"]))(?:\*{1,3}(?=\S))?/u.exec(
		rest,
	);
	// More words than one before a dash are a sentence: `The result – nothing.`
	const separated = colon ?? /^([\p{Lu}\p{Lo}][\p{L}\p{M}+]*)\s+[-–—](?=\s|$)/u.exec(rest);
	const name = round ?? corner ?? separated?.[1];
	const section = name === undefined ? undefined : names.read(name);
	const shared = { style: 'plain', isWeak: true } as const;
	if (name !== undefined && section) {
		const first = between === undefined ? from : begin + 1;
		const at = between === undefined ? from + (separated?.[0].length ?? 0) : begin + between.length;
		const isAlone = line.isWhole && text.slice(at).trim() === '';
		return { ...shared, from: first, to: first + name.length, valueStart: behind(line, at), section, isAlone };
	}
	const tags = plainTags.exec(rest);
	if (tags?.[1] !== undefined) {
		const valueStart = behind(line, from + tags[0].length);
		const to = from + tags[1].length;
		return { style: 'plain', isWeak: false, from, to, valueStart, section: undefined, isAlone: false };
	}
	const isSigned = headingSign.test(text.slice(0, from));
	if (mayStandAlone === 'none' || (mayStandAlone === 'signed' && !isSigned) || !line.isWhole) return undefined;
	const alone = names.read(text.slice(from));
	if (!alone) return undefined;
	const to = text.trimEnd().length;
	return { ...shared, from, to, valueStart: behind(line, to), section: alone, isAlone: true };
}

/** Where the document goes on behind the first `length` characters of a line. */
function behind({ offsets }: LineText, length: number): number {
	return (offsets[length - 1] ?? 0) + 1;
}
