/**
 * Scripts that put no spaces between words, or between few of them, and how many of their characters are said in the
 * time of one English word.
 *
 * At 150 words a minute, the average in English conversation, these are 240 Chinese characters a minute, between the
 * 200 to 220 and the 250 to 270 at which China National Radio has read its news since the 1980s, and 300 of Japanese,
 * as a minute of NHK's news is commonly given. Korean syllables are reckoned like Japanese characters, as a text takes
 * about as many of both. Thai letters are without vowel signs and tone marks; `Intl.Segmenter` finds a word in three to
 * four of them.
 */
const perWord = { han: 1.6, japanese: 2, hangul: 2, thai: 3.5 };

const anyOfThem =
	/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const han = /\p{sc=Han}/gu;
const kana = /[\p{sc=Hiragana}\p{sc=Katakana}ー]/gu;
const hangul = /\p{sc=Hangul}/gu;
const thai = /(?=\p{L})[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/gu;
const others =
	/(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}])[\p{L}\p{N}])+/gu;

/**
 * How many English words are said in the time that a text takes whose words are not parted by spaces.
 *
 * @param text a word as it is cut at spaces and punctuation
 * @param inJapanese whether Chinese characters are read as Japanese
 * @returns undefined for a text in other scripts, where a word is a word
 */
export function wordsInCharacters(text: string, inJapanese: boolean): number | undefined {
	if (!anyOfThem.test(text)) return undefined;
	const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
	return (
		count(han) / (inJapanese ? perWord.japanese : perWord.han) +
		count(kana) / perWord.japanese +
		count(hangul) / perWord.hangul +
		count(thai) / perWord.thai +
		count(others)
	);
}

/** Whether a text is in Japanese, which alone has syllabaries beside Chinese characters. */
export function isJapanese(text: string): boolean {
	return /[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text);
}
