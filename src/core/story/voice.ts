import { countPast, ownDeeds } from './englishVoice.ts';

interface Language {
	/** Words that are frequent in it, and rare in the others. */
	readonly common: RegExp;
	/** Somebody tells of himself or herself. */
	readonly first: RegExp;
	/** A reader is addressed. */
	readonly second: RegExp;
}

function words(list: string): RegExp {
	return new RegExp(`(?<![\\p{L}\\p{N}'])(?:${list.replaceAll(' ', '|')})(?![\\p{L}\\p{N}])`, 'giu');
}

/** What tells languages apart, and who speaks in them. Verb endings stand where the pronoun is usually left out. */
const languages: readonly Language[] = [
	{
		common: words('the and was were to of that for with it in on an as'),
		first: /(?<![\p{L}\p{N}'])(?:I|I'(?:m|ve|d|ll)|[Mm]y|[Mm]yself|me)(?![\p{L}\p{N}'])/gu,
		second: words("you your yours yourself you're you've you'd you'll"),
	},
	{
		common: words('der die das und nicht ein eine war den dem mit auf für sich es im'),
		first: words('ich mich mir mein meine meinen meinem meiner'),
		second: words('du dich dir dein deine deinen ihr euch'),
	},
	{
		common: words('le la les des et une était que qui dans pour sur est du en'),
		first: words("je j' moi mon ma mes m'"),
		second: words('vous votre vos tu ton ta tes'),
	},
	{
		common: words('el los las y una era que con para del se por en lo'),
		first: /(?<![\p{L}])(?:yo|mi|mis|me|conmigo|\p{L}{2,}(?:é|í)|hice|tuve|fui|estuve|puse|quise|dije|propuse|hicimos)(?![\p{L}])/giu,
		second: words('usted tú tu tus ustedes vosotros'),
	},
	{
		common: words('o os uma não que com para do da se em era foi as'),
		first: /(?<![\p{L}])(?:eu|meu|minha|meus|minhas|me|comigo|\p{L}{2,}(?:ei)|fiz|tive|fui|quis|pus|vi|propus|\p{L}{3,}i)(?![\p{L}])/giu,
		second: words('você vocês tu teu sua'),
	},
	{
		common: words('il che di una non era con per della gli del si è un'),
		first: /(?<![\p{L}])(?:io|mio|mia|miei|mie|mi|ho|avevo|ero|volevo)(?![\p{L}])/giu,
		second: words('tu tuo tua voi vostro'),
	},
	{
		common: words('het een de van was niet dat met voor op aan te en er'),
		first: words('ik mijn mij me'),
		second: words('jij jouw u uw jullie'),
	},
	{
		common: words('się nie że był była na do z w jest po od przez'),
		first: /(?<![\p{L}])(?:ja|mój|moja|moje|mnie|mi|moim|moją|\p{L}{2,}(?:łem|łam))(?![\p{L}])/giu,
		second: /(?<![\p{L}])(?:ty|twój|twoja|twoje|pan|pani|\p{L}{2,}(?:łeś|łaś))(?![\p{L}])/giu,
	},
];

/** The syllables of Hangul that end in ㅆ, as those of its past tense do: every 28th one. */
const endsInSs = Array.from({ length: 399 }, (_, index) => String.fromCharCode(0xac00 + index * 28 + 20)).join('');
const koreanTold = new RegExp(
	`저는|제가|나는|내가|[${endsInSs}](?:습니다|다|어요|음|고|으며|지만)(?=[.,\\s]|$)`,
	'gmu',
);

/** How somebody is heard in the languages that leave the speaker out as a rule. */
const speakerless = [
	// Japanese, by its past tense at the end of a sentence or of an item.
	{ script: /[\p{sc=Hiragana}\p{sc=Katakana}]/gu, told: /私|僕|俺|[ただ](?=[。\s]|$)/gmu },
	// Korean, likewise: its past tense ends in ㅆ.
	{ script: /\p{sc=Hangul}/gu, told: koreanTold },
	{ script: /\p{sc=Han}/gu, told: /我|了(?=[。，；、\s]|$)/gmu },
] as const;
const readerInThem = /你们|你|您|あなた|당신/gu;

/** Code, quotations and comments are other people's words, or nobody's. */
const notTold = /```[\s\S]*?(?:```|$)|`[^`\n]*`|<!--[\s\S]*?(?:-->|$)|“[^“”\n]*”|"[^"\n]*"|„[^“”\n]*[“”]|«[^»\n]*»/gu;

/**
 * Whether sections are told by the one who did it ("I", "my", or verbs with the subject left out), rather than
 * addressed to a reader as a page that explains the method does.
 *
 * @param bodies the sources of the sections
 * @param minSigns how often the author has to be heard in a language that names the speaker
 * @param mayOmit whether that may be by verbs alone, as in the bullets of a CV, and, where the language leaves the speaker
 *   out, by figures in the last section alone
 */
export function isToldByItsAuthor(bodies: readonly string[], minSigns: number, mayOmit: boolean): boolean {
	const said = bodies.map(saidIn).join('\n');
	// What is asked is not told, and yet may address a reader.
	const text = said.replaceAll(/[^.!?。？\n]*[?？]/gu, ' ');
	const speakerlessTold = ofSpeakerless(text);
	if (speakerlessTold !== undefined)
		return speakerlessTold || (mayOmit && count(said, readerInThem) === 0 && measures(bodies.at(-1) ?? ''));
	const scored = languages.map((language) => ({ language, score: count(text, language.common) }));
	const [best] = scored.toSorted((a, b) => b.score - a.score);
	const english = languages[0];
	if (!best || !english) return false;
	const spoken = best.score === 0 ? english : best.language;
	const second = count(said, spoken.second);
	if (spoken !== english) {
		const first = count(text, spoken.first);
		return first >= minSigns && first > 2 * second;
	}
	const named = count(text, spoken.first);
	const { told, withoutSubject } = ownDeeds(text, named > 0);
	const first = Math.max(named, told) + withoutSubject;
	return (told > 0 || (mayOmit && withoutSubject > 0)) && first >= minSigns && first > 2 * second;
}

/** Where a section begins so, it says what belongs there. */
const asking =
	/^(?:[([*_"“]*)(?:what|how|why|who|which|describe|explain|define|detail|outline|set|share|tell|give|provide|state|your)(?![\p{L}])/iu;

/** Whether a section begins by saying what belongs there. */
export function asksForContent(body: string): boolean {
	return asking.test(saidIn(body));
}

/** A Task may begin so as well: `Explain it without the details.` */
const minAsking = 2;

/** So many verbs in the past tense tell of what was done. */
const minPast = 2;

/** A reader is addressed in passing, where there are so many times more of those verbs. */
const pastPerReader = 3;

/**
 * Whether English sections tell of the past and don't say what belongs there, as a story beside others may do without
 * a word about its author.
 *
 * @param bodies the sources of the sections
 */
export function isToldOfPast(bodies: readonly string[]): boolean {
	const said = bodies.map(saidIn);
	if (bodies.filter(asksForContent).length >= minAsking) return false;
	const text = said.join('\n');
	const [english] = languages;
	const past = countPast(text);
	return past >= minPast && english !== undefined && past > pastPerReader * count(text, english.second);
}

/** What stands in quotation marks as a whole is what the author is going to say. */
const saidAloud = /^["“„«]([^"“”„«»]*)["”“»]?$/u;

/** A section without other people's words. */
function saidIn(body: string): string {
	// What is quoted below its name is somebody's words; a story in a quotation has its names in it, too.
	const isBelow = /^\s*>/u.test(body);
	const written = (isBelow ? body : body.replaceAll(/^[ \t]*(?:>[ \t]?)+/gmu, '')).trim();
	const own = saidAloud.exec(written)?.[1] ?? written;
	return own
		.replace(notTold, ' ')
		.replaceAll(/\*\*|__/gu, '')
		.normalize('NFKC')
		.replaceAll('’', "'");
}

/** Whether a text in one of them is told; undefined where it is in another language. */
function ofSpeakerless(text: string): boolean | undefined {
	const all = speakerless.map(({ script, told }) => ({ told, letters: count(text, script) }));
	const letters = all.reduce((sum, each) => sum + each.letters, 0);
	if (letters * 4 <= text.length) return undefined;
	// Japanese is written in Chinese characters too.
	const own = all.find((each) => each.letters * 10 > letters);
	return own !== undefined && count(text, own.told) > 0 && count(text, readerInThem) <= 1;
}

/** A page that explains the method has no figures in its Result. */
function measures(result: string): boolean {
	return /\p{Nd}\s*(?:[%％+]|→|->|倍|[万億亿]|[天日週周月年人個个次秒分件]|만|억|배|일|명|건|개|초)/u.test(
		saidIn(result),
	);
}

function count(text: string, pattern: RegExp): number {
	return text.match(pattern)?.length ?? 0;
}
