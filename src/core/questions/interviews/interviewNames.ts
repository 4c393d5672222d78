import type { ListedName } from '../../text/names/hideable.ts';
import { wordSet } from '../../text/words.ts';
import type { InterviewContent } from './interview.ts';
import { namesIn, roundWords } from './meetingLine.ts';

/** The fields under which the names of an interview are hidden: also those that stand in what names its round. */
export function namesOfInterviews(interviews: readonly InterviewContent[]): readonly ListedName[] {
	return interviews.flatMap(({ company, round = '', people }) => {
		const [host = '', ...others] = (company ?? '').split(/[()[\]]|\s(?:with|by)\s/u).map((part) => part.trim());
		const asking = [...people, ...namesAmong(round), ...others.flatMap(namesAmong)];
		return [
			...[...new Set([company ?? '', host])].filter(Boolean).map((name) => ({ name, field: 'company' as const })),
			...asking.map((name) => ({ name, field: 'confidential' as const })),
		];
	});
}

/** A name of one or more words, each with a capital or of a script without them; `van`, `de` and the like between. */
const namePattern =
	/(?<![\p{L}\p{N}])[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}.'’-]*(?:\s+(?:(?:van|von|de|der|den|da|di|dos|du|la|le|bin|al|el)\s+)*[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}.'’-]*)*/gu;

/** The names of people among the words of a round, such as those of `hiring manager (Jane Smith)`. */
function namesAmong(round: string): readonly string[] {
	return [...round.replaceAll(new RegExp(roundWords, 'giu'), ',').matchAll(namePattern)].flatMap(([found]) => {
		const words = found.split(/\s+/u).map((word) => word.replace(/[.'’-]+$/u, ''));
		while (words.length > 0 && isUsual(words[0] ?? '')) words.shift();
		while (words.length > 0 && isUsual(words.at(-1) ?? '')) words.pop();
		const name = words.join(' ');
		return name === '' || /^\p{Lu}{1,4}$/u.test(name) ? [] : [name];
	});
}

/**
 * The names behind a label such as `Interviewers`, in whatever case; none of `the recruiter` or `two engineers`, and
 * none of what somebody says behind it in a transcript.
 */
export function labelledNames(text: string): readonly string[] {
	if (isSaid(text)) return [];
	return namesIn(text, /\p{L}.*\p{L}|\p{Lo}/u).filter((name) => {
		const words = name.split(/\s+/u);
		return !words.every(isUsual) && !(words.length > maxPlainWords && !/\p{Lu}.*\s\p{Lu}/u.test(name));
	});
}

/** A name of more words has several capitals. */
const maxPlainWords = 4;

/** Whether a text asks or exclaims, or begins as an answer or a question does. */
function isSaid(text: string): boolean {
	const [first = ''] = /^[\p{L}’']+/u.exec(text.trim()) ?? [];
	return /[?!…？！](?:\s|$)/u.test(text) || said.has(first.toLowerCase());
}

/** What a turn of a conversation begins with; no word that is a usual name too. */
const said = wordSet(
	'great good perfect okay ok yes yeah yep nope sure thanks thank interesting nice cool right alright awesome excellent ' +
		'fantastic wonderful brilliant absolutely exactly correct hello hi hey well and but because what why how where which ' +
		"could would did was were tell describe give walk let let's i i'm i'd i’m i’d you we it it's it’s that that's that’s this",
);

function isUsual(word: string): boolean {
	return word.split('-').every((part) => /^\p{N}*$/u.test(part) || usual.has(part.toLowerCase()));
}

/** What rounds, formats, topics and roles are called; no word that is a usual name too. */
const usual = wordSet(
	'a an the my our their his her its one two three four five several some and or of with by from at in on for to no none n/a tbd ' +
		'me we they someone nobody unknown anonymous various ' +
		'interview interviews interviewer interviewers round rounds stage loop step session onsite site screen screening ' +
		'call chat meeting phone video remote virtual online office person zoom teams meet google skype webex slack ' +
		'first second third fourth fifth last final initial intro introductory follow up back whiteboard ' +
		'recruiter recruiters recruiting recruitment hr talent hiring manager managers management panel bar raiser ' +
		'engineer engineers engineering developer developers designer designers researcher scientist analyst architect ' +
		'senior staff principal junior lead leads leader leaders leadership head director directors vp svp evp ' +
		'executive executives chief officer ceo cto cfo coo cpo cio president founder founders cofounder partner ' +
		'product project program programme owner em pm tpm tl swe sre team colleague colleagues peer peers people ' +
		'technical tech system systems design coding code live pair pairing programming algorithm algorithms data ' +
		'structures behavioral behavioural behavior behaviour values value culture cultural fit principles competency ' +
		'architecture backend frontend full stack platform mobile infrastructure security cloud ml ai machine learning ' +
		'case study presentation portfolio review take home homework assignment assessment test exercise deep dive ' +
		'sense strategy execution analytics sql general reference negotiation offer mock practice part loop superday ' +
		'cross functional',
);
