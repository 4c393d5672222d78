import { phrase } from '../phrases.ts';

/** What a sentence passes over, and what is asked about it. */
export interface Gloss {
	readonly question: string;
	readonly pattern: RegExp;
	/** What stands in the same sentence; without it others may simply have done it. */
	readonly beside?: RegExp;
	/** What stands in the same sentence or the one before. */
	readonly after?: RegExp;
	/** Whether a Result may say it, as the Action tells how it came about. */
	readonly isOfAction?: boolean;
	/** Whether somebody else than the author does it. */
	readonly isOfOthers?: boolean;
	/** How its sentence goes on where it tells what it passed over, besides what it does for every gloss. */
	readonly toldOnBy?: RegExp;
	/** By which the sentences behind it in its paragraph tell what it passed over. */
	readonly toldBy: RegExp;
	/** By which those do it that stand behind it in other paragraphs. */
	readonly toldFurtherBy?: RegExp;
	/** Whether “it”, “this” or “that” in it is what the sentence before tells, and what was hard in it. */
	readonly maySpeakOfBefore?: boolean;
	/** Whether the sentences before it may have told it, as a demonstration does before somebody is convinced. */
	readonly mayBeToldBefore?: boolean;
}

/** Short, as each of them is part of many patterns, and a long pattern takes long to be compiled. */
const vocabulary = {
	/** The author, or a verb without a subject. */
	me: '(?:i|we|¶|and|but|then|so|,)',
	adverb:
		'(?:(?:[a-z]+ly|also|then|just|once|again|now|soon|all|very|quite|rather|so|still|a bit|had|have|has|had to|was able to|' +
		'were able to|managed to|could|always|often) )*',
	/** A word that a noun and what belongs to it are made of. */
	w: '[a-z-]+',
	some: '[a-z-]+(?: [a-z-]+){0,3}?',
	thing: '(?:it|this|that|things|everything|the [a-z-]+)',
	many:
		'(?:a lot of|lots of|plenty of|a (?:good|fair) (?:amount|deal) of|a number of|quite a few|quite some|a few|a couple of|a series of|several|many|some|' +
		'countless|endless|numerous|multiple|various|much|more|all sorts of|all kinds of|a bit of|a great deal of|' +
		'(?:two|three|four|many|several|days|weeks|months) (?:rounds )?of|rounds of)',
	long:
		'(?:long|longer|lengthy|difficult|hard|tough|rough|heated|intensive|intense|honest|frank|open|extensive|endless|tense|' +
		'painful|tedious|deep|fierce|emotional|controversial|productive|constructive|serious|uncomfortable|awkward)',
	talk:
		'(?:discussions?|debates?|conversations?|talks?|talking|meetings?|negotiations?|negotiating|arguments?|arguing|' +
		'back and forth|back-and-forth|persuasion|persuading|convincing|discussing|wrangling|lobbying|one-on-ones|' +
		'one-to-ones|1:1s|disagreements?|pushing|rounds)',
	trouble:
		'(?:problems|challenges|difficulties|obstacles|hurdles|setbacks|bumps|roadblocks|hiccups|struggles|complications|' +
		'pitfalls|blockers|issues|rough patches|rough edges)',
	party:
		'(?:teams?|leads?|stakeholders|management|leadership|board|council|directors?|managers|engineers|departments|parties|' +
		'developers|executives|architects|committee|group)',
	resistance: '(?:resistance|push-?back|opposition|grumbling|criticism|backlash|friction|s[ck]epticism|tensions?)',
	worries: '(?:concerns?|objections?|doubts?|worr(?:y|ies)|fears?|reservations?|misgivings|s[ck]epticism)',
	much:
		'(?:a lot|much|far|way|significantly|considerably|noticeably|greatly|massively|dramatically|drastically|' +
		'substantially|visibly|tremendously|hugely|markedly|enormously|immensely)',
	big: '(?:big|huge|real|major|significant|great|lasting|positive|noticeable|massive|substantial|dramatic|enormous)',
	comparative:
		'(?:faster|slower|easier|simpler|calmer|quieter|smoother|cleaner|safer|quicker|healthier|smaller|shorter|cheaper|' +
		'clearer|higher|lower|leaner|lighter|tighter|friendlier|stronger|snappier)',
};

/** Any of several patterns over the text of a sentence. */
export function among(...sources: readonly string[]): RegExp {
	return phrase(sources.join('|'), vocabulary);
}

/** Words of a reason, a demonstration, an offer, a conversation. */
const telling =
	'because|since|show(?:ed|n|ing)?|demonstrat[a-z]*|demos?|demoed|prototypes?|piloted|prove[dsn]?|proving|proof|evidence|' +
	'measur[a-z]+|benchmark[a-z]*|numbers|figures|data|costs?|savings|answer(?:ed|ing)|walked|options|alternatives|pilots?|listen[a-z]*|explain[a-z]*|told|offer[a-z]*|ask(?:ed|ing)|promis[a-z]*|' +
	'suggest[a-z]*|arguments?|reason[a-z]*|turned|tipped|apologi[a-z]*|invited|calculat[a-z]*|compar[a-z]*|condition|' +
	'in return|in exchange|instead|example[a-z]*|thanks|trial|by [a-z]+ing|once (?:i|we|they|he|she)|conced[a-z]*|what|why|feared|~';

/** Such words, and others. */
export function toldWith(...more: readonly string[]): RegExp {
	return among(telling, ...more);
}
