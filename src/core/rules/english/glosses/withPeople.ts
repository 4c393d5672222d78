import { among, type Gloss, toldWith } from './gloss.ts';

/** Others came to another mind. */
const change =
	'(?:came (?:round|around|on board|over)|gave in|gave way|agreed|accepted(?: it| this| that)?|bought in(?:to)?|said yes|' +
	'took it seriously|relented|backed (?:down|off)|went along|got used to it|got on board|conceded|understood|' +
	'warmed to (?:it|this|the [a-z]+)|saw the (?:value|point|benefits?|light)|changed (?:his|her|their) minds?|' +
	'dropped (?:his|her|their|the) objections?|' +
	'(?:was|were|got|became) (?:all )?(?:convinced|persuaded|on board|won over|aligned|in favou?r|behind it|(?:fine|okay) with it))';

const support =
	"(?:(?:the|their|its|his|her|everyone's|full|extra|additional) ){0,2}(?:approval|go-ahead|green light|support|sign-off|okay|ok|" +
	'blessing|budget|funding|people|headcount)';

/** Others did what was wanted of them. */
const deed =
	'(?:approved(?: it| this)?|signed(?: off)?|adopted it|unblocked (?:it|us|me)|delivered|cooperated|joined(?: in)?|complied|' +
	`let (?:me|us)|gave (?:(?:me|us) )?${support}|gave (?:me|us) (?:the|a|more))`;

/** It took its time, and nothing says what was done in it. */
const late = among(
	'eventually|finally|ultimately|in the end|at last|at the end|over time|with time|slowly|gradually|bit by bit|step by step|' +
		'little by little|one by one|with persistence|with (?:<many> |an? (?:bit|little) (?:of )?)?(?:<talk>|patience|diplomacy|luck)',
	'after (?:a|some|a long|quite some|a little) (?:time|while)|after (?:<many> |a )?(?:<long> )?<talk>|until|once|with everyone|' +
		'(?:took|needed) (?:us |me )?(?:a while|some time|time|a long time|weeks|months|<many> (?:<talk>|patience|time))',
);

const cameRound: Gloss = {
	question: 'what convinced them?',
	pattern: among(change),
	beside: late,
	isOfOthers: true,
	toldBy: toldWith(),
	mayBeToldBefore: true,
};

const convinced: Gloss = {
	question: 'what convinced them?',
	pattern: among(
		'<me> <adverb>(?:convinced?|persuaded?) <some>(?: to [a-z]+)?',
		'<me> <adverb>(?:won|win|brought|bring|talked|talk) (?!back )<some> (?:over|round|around(?! [€$£\\d])|on board|into (?:it|an?)(?: [a-z]+){0,2})',
		'<me> <adverb>(?:got|gained|secured|obtained|won|built|achieved|ensured|established|created|drove|fostered|generated|forged) ' +
			"(?:(?:the|their|full|broad|everyone's|[a-z-]+) )?(?:buy-in|consensus|alignment)(?: (?:from|of|with|among|across|between) <some>)?",
		'<me> <adverb>influenced <some>(?: to [a-z]+)?',
		'<me> <adverb>(?:got|get|brought|bring) <some> (?:on board|aligned(?! (?:on one|with (?:the|a)) )|on the same page|to agree|' +
			'behind (?:it|this|the [a-z]+)|to buy in|to accept it|to say yes)',
		'<me> <adverb>aligned (?:everyone|everybody|leadership|management|(?:(?:all|both|the|my|our) ){0,2}(?:[a-z]+ )?(?:teams|' +
			'leads|stakeholders|sides|managers|departments|parties|people|groups|directors|engineers))',
		'after (?:presenting|explaining|showing|discussing) (?:the|my|our|all the) (?:arguments?|benefits|reasons|advantages|idea|plan|facts) ' +
			'(?:the|all|everyone|everybody|they|he|she|most)(?: [a-z]+){0,2} (?:understood|agreed|accepted|saw)(?: (?:it|this|that|the [a-z]+))?',
		'i <adverb>sold (?:the idea|it|this|my idea|the plan) to <some>',
		'<me> <adverb>used my (?:influence|network|connections|relationships)',
		'<many> (?:persuasion|convincing)',
		'(?:persuading|convincing|getting) <some> was (?:not easy|hard|difficult|tough|an? (?:struggle|fight))',
		'(?:the|their|his|her) (?:<resistance>|<worries>) <adverb>(?:faded|vanished|disappeared|went away|died down|dissolved)',
	),
	toldBy: toldWith(),
	mayBeToldBefore: true,
};

const several =
	'(?:everyone|everybody|(?:all|both|most)(?: of them)?(?: (?:the )?(?:[a-z]+ )?<party>)?|the (?:[a-z]+ ){0,2}<party>|<party>)';

/** Others were of one mind, and nothing says that they were asked. */
const consented: Gloss = {
	question: 'what convinced them?',
	pattern: among(
		`(?<=(?:¶|,|and|but|so|;|:|then) )(?:${several} <adverb>(?:agreed|consented|bought in(?:to it)?|came on board|came (?:a)?round|gave in|backed (?:it|this|me))` +
			'(?! (?:on|that|about) )(?: (?:with|to)(?: <w>){1,3}?)?|' +
			`${several} (?:was|were) <adverb>(?:convinced|persuaded|on board|aligned|in agreement|in favou?r|sold))`,
	),
	isOfAction: true,
	toldBy: toldWith(),
	mayBeToldBefore: true,
};

const approved =
	'(?:approved|accepted|funded|signed off|agreed(?: on| to)?|green-?lit|greenlighted|adopted|supported|given)';
const proposed =
	'(?:it|this|the (?:[a-z]+ )?(?:proposal|plan|idea|project|budget|funding|initiative|business case|design|rfc|headcount|concept|approach|strategy|roadmap))';
const backing =
	'(?:buy-in|consensus|alignment|approval|sponsorship|funding|budget|backing|support|sign-off|agreement|go-ahead)';

/** Somebody had to say yes, and it is told as done. */
const granted: Gloss = {
	question: 'whom did you have to convince, and how?',
	pattern: among(
		`(?<=¶ |, )(?:once|after|when|as soon as) ${proposed} (?:was|were|had been|got|is) <adverb>${approved}`,
		`(?<=¶ |, )(?:once|after|when|as soon as) (?:i|we) (?:had|got|received|secured|obtained|gained) (?:the )?(?:[a-z]+ )?${backing}`,
		`(?<=¶ |, )with (?:[a-z]+ )?${backing} (?:in place|secured|obtained)|having <adverb>(?:got|gained|secured|obtained) (?:[a-z]+ )?` +
			`(?:${backing}|everyone aligned|everyone on board)`,
		`(?:[a-z-]+ )?(?:buy-in|consensus|alignment|approval|sponsorship|funding|go-ahead) was <adverb>(?:obtained|secured|reached|` +
			'achieved|gained|established|built|granted|given|received)(?: (?:from|of|among|across|with) <some>)?(?! by )',
		`the (?:[a-z]+ )?(?:proposal|plan|idea|project|budget|initiative|business case|rfc|concept|strategy|roadmap|direction) (?:was|got) ` +
			`<adverb>(?:${approved}|confirmed)(?! by )`,
		'<me> <adverb>(?:got|gained|secured|obtained|won|received) (?:the )?(?:[a-z]+ ){0,2}(?:sponsorship|backing)(?: (?:from|of|for) <some>)?',
		'<me> <adverb>(?:secured|obtained|won) (?:(?:the|some|more|additional|extra|enough) ){0,2}(?:budget|funding|headcount|resources|approval)',
		`(?:getting|securing|gaining|winning) (?:[a-z]+ ){0,2}?${backing}(?: (?:from|of) <some>)? (?:was|took|required|needed|meant) <some>`,
		'(?<=¶ |, )(?:once|after|when|as soon as) (?:everyone|everybody|they all|all(?: <w>)?|the (?:<w> )?<party>) (?:was|were|had) ' +
			'(?:on board|aligned|agreed|convinced|on the same page|in agreement|bought in)',
		'(?:management|leadership|the (?:board|cto|ceo|vp|director|steering committee|architecture board)|stakeholders) ' +
			'<adverb>(?:signed off|approved|agreed|gave (?:the|their|its) (?:go-ahead|green light|approval|blessing))(?: on <thing>)?',
		'the (?:board|cto|ceo|vp|director|council) , who <adverb>(?:approved|agreed|signed off|accepted|loved|liked)(?: it)?',
	),
	isOfAction: true,
	toldBy: toldWith(),
	mayBeToldBefore: true,
};

const moved: Gloss = {
	question: 'what made them do it?',
	pattern: among(deed),
	beside: late,
	isOfOthers: true,
	toldBy: toldWith(),
	mayBeToldBefore: true,
};

const got: Gloss = {
	question: 'what made them do it?',
	pattern: among(`<me> <adverb>(?:got|received|obtained) ${support}`),
	beside: late,
	toldBy: toldWith(),
	mayBeToldBefore: true,
};

const foughtFor: Gloss = {
	question: 'what made them do it?',
	pattern: among(
		'<me> <adverb>(?:fought|fight|pushed|push) (?:hard )?for (?:it|this|that|the (?:budget|time|people|change))(?: and (?:got|won) it)?',
		'<me> <adverb>(?:kept|went on) (?:pushing|asking|chasing|insisting|following up) until <some> [a-z]+',
	),
	toldBy: toldWith(),
	mayBeToldBefore: true,
};

const agreed: Gloss = {
	question: 'who wanted something else, and what settled it?',
	pattern: among(
		'(?:we|they|both(?: <w>)?|everyone|everybody|all(?: <w>)?) <adverb>(?:agreed on|aligned on|converged on|settled on|landed on|arrived at|came to) (?:an?|the|our|one|common|shared) ' +
			'(?:<w> ){0,2}?(?:approach|plan|schema|design|solution|direction|way forward|path|priorities|scope|timeline|standard|' +
			'interface|format|definition|strategy|roadmap|architecture|goals?|vision|priority|contract|version|process|proposal)',
		'(?:in|by) (?:<adverb>)?(?:alignment|agreement|consultation|coordination) with <some>(?= ,)',
		'<me> <adverb>(?:worked|partnered|collaborated|met|sat down) (?:closely )?with <some> (?:to|and) (?:align|agree|aligned|agreed) on <some>',
		'(?:we|they|both(?: <w>)?|everyone|everybody) <adverb>(?:agreed|aligned) on (?:priorities|goals|scope|expectations|next steps|direction)',
	),
	toldBy: toldWith(),
	mayBeToldBefore: true,
};

const settled: Gloss = {
	question: 'what settled it, and who gave up what?',
	pattern: among(
		'(?:<me>|both(?: <w>)?|they) <adverb>(?:found|find|reached?|came to|come to|arrived at|worked out|negotiated|struck|' +
			'agreed on) (?:an?|some|the|our) (?:(?:good|fair|workable|mutual|happy|acceptable|common) )?(?:compromise|agreement|' +
			'middle ground|understanding|consensus|deal|arrangement|settlement)',
		'(?:<me>|they) <adverb>(?:found|reached|came to) (?:common ground|middle ground|consensus|agreement|alignment)',
		'(?:<me>|both(?: <w>)?) <adverb>(?:found|came up with|worked out|agreed on) (?:a|some) (?:(?:good|better|joint) )?' +
			'solution (?:that|which) (?:worked|suited|satisfied)(?: for)?(?: <w>){0,3}?',
		'(?:we|i) <adverb>aligned on (?:an?|the|our|one|how)(?: <w>){1,3}?',
		'(?:we|they|the two(?: <w>)?|(?:s?he) and i|both(?: <w>)?) <adverb>(?:clashed|argued|fought|disagreed) ' +
			'(?:several times|a lot|for (?:days|weeks|months)|constantly|often|fiercely)',
		'<me> <adverb>(?:worked|sorted|talked|hashed|ironed|straightened) (?:it|things|this|that|everything|them) ' +
			'(?:out|through|over)(?: in the end)?',
		'which (?:we|i) <adverb>(?:ironed out|sorted out|worked out)',
		'<me> <adverb>(?:found|find) a way (?:through|forward|to work (?:together|with (?:it|them|each other)))',
		'(?:the|this|that) (?:matter|issue|question|topic|dispute|decision) was <adverb>(?:taken up|raised|brought up|escalated|discussed) (?:with|by|at|to) <some>',
		'(?:the )?(?:consensus|opinion|majority|mood) <adverb>(?:moved|shifted|swung|went|formed|emerged)(?: (?:in|to|towards) <some>)?',
		'<me> <adverb>(?:resolved?|settled?|solved?|defused|smoothed over) (?:our|the|their|this|that) (?:differences|' +
			'conflict|disagreement|dispute|tensions?|argument|situation)(?! in )',
		'<me> <adverb>cleared the air',
		'<me> <adverb>brought (?:them|everyone|everybody|both (?:sides|teams)|the (?:two )?(?:teams|sides|parties)) together',
		'<me> <adverb>(?:facilitated|moderated) (?:an?|some|several|many|the) (?:<w> )?(?:workshops?|sessions?|discussions?|meetings?)',
		'(?:the|our|their|this|that) (?:conflict|disagreement|dispute|argument|tension) was <adverb>(?:resolved|settled|solved)',
		'(?:it|this|that) was <adverb>(?:resolved|settled|sorted)(?! by )',
		'an? (?:<w> )?(?:compromise|solution|agreement|consensus) was <adverb>(?:found|reached)(?! by )',
		'(?:it|this|that|the (?:matter|question|issue|topic|plan|proposal|idea)) was <adverb>discussed at (?:(?:some|great|considerable) )?length',
		'<me> <adverb>met (?:in the middle|halfway|half way)',
		'<me> <adverb>mediated(?! nothing)(?: between [a-z-]+)?',
	),
	toldBy: toldWith(
		'kept|keeps?|each|both|half|gets?|stayed|agreed|agreement|compromise|solution|deal|they got|we got',
	),
	mayBeToldBefore: true,
};

const muchTalk: Gloss = {
	...settled,
	pattern: among(
		'(?<=¶ |, | (?:we|i|they|he|she|it) (?:[a-z]+ ){1,4})(?:after|following) (?:<many> <long>|(?:quite )?a <long>|<many>|<long>) ' +
			'<talk>(?! (?:a|per|each|every|of|in|on) )',
		'(?:<me>|there (?:was|were)) <adverb>(?:(?:had|held|led) )?(?:<many> <long>|an? (?:(?:very|rather|quite) )?<long>|<many>|<long>) ' +
			'<talk>(?: (?:with|between|about|among) <some>)?',
		'(?:<many> <long>|<long>|<many>) <talk> (?:followed|ensued|later|were needed|took place)',
	),
};

/** Others were against it: had they not been, it would have been easy. */
const against = among(
	'against|object(?:ed|ions?)?|refus[a-z]*|resist[a-z]*|s[ck]eptical|opposed|doubt[a-z]*|reluctant|hesitan[a-z]*|unconvinced|' +
		'reservations|blocked (?:it|us|me|the [a-z]+)|push(?:ed)? back|said no|insisted|nobody (?:believed|liked|wanted)|<worries>',
	"(?:could|did|would|was|were)(?: not|n't) (?:agree|like|want|convinced|keen|happy|an easy)",
	"(?:couldn't|didn't|wouldn't|wasn't|weren't) (?:agree|like|want|convinced|keen|happy|an easy)",
);

const wonOver: Gloss = {
	question: 'what convinced them?',
	pattern: among(change, deed),
	after: against,
	isOfOthers: true,
	toldBy: toldWith(),
	mayBeToldBefore: true,
};

const gaveUp: Gloss = {
	question: 'which, and at whose cost?',
	pattern: among(
		'<me> <adverb>(?:make|made|accept|accepted) (?:(?:<many>|the|certain|the necessary) )?(?:compromises|trade-?offs|' +
			'sacrifices|concessions)(?! (?:between|of) )',
	),
	toldBy: toldWith('dropped|cut|gave|left'),
};

/** Words by which a later sentence speaks of those who were upset, or of what they said. */
const objectors =
	'him|her|hers|them|their|they|he|she|people|everyone|everybody|nobody|complain[a-z]*|critic[a-z]*|objections?|sorry|back|' +
	'anger|worr[a-z]*|fear[a-z]*|concern[a-z]*';
const stop = '(?= (?:[.,;!]|about|with|that|and|but|at (?:first|all)) )';

const reaction: Gloss = {
	question: 'what did you do about it?',
	pattern: among(
		'took (?:it|this|that|the [a-z]+) <adverb>(?:badly|hard|personally|poorly)',
		"(?:did not|didn't) (?:take (?:it|this|that) <adverb>well|like (?:it|this|that|the (?:idea|change|plan|decision|proposal)))",
		'(?:was|were|got|became) <adverb>(?:angry|furious|upset|unhappy|annoyed|frustrated|offended|hurt|outraged|displeased|' +
			`irritated|disappointed)${stop}`,
		"(?:(?:was|were) (?:not|less than|anything but)|wasn't|weren't) (?:(?:very|too|exactly|really|at all) )?(?:happy|pleased|" +
			`thrilled|amused|enthusiastic|delighted|keen)${stop}`,
		'(?:complained|protested|grumbled|resisted|objected|pushed back)(?: (?:hard|a lot|at first|strongly|heavily|loudly|bitterly))?(?= [.!] )',
		'(?:quit|left|resigned) over (?:it|this|that)|threatened to (?:leave|quit|cancel|resign|walk away)',
		'(?:disagreed|objected|refused|protested|pushed back|resisted|complained)(?: ,)? but (?:(?:in the end|eventually|finally) )?' +
			'(?:we|i) (?:went|did|carried|continued|moved|kept|pressed|got)(?: ahead| it| on| forward| through)?(?: anyway)?',
	),
	isOfOthers: true,
	toldBy: toldWith(objectors),
	toldFurtherBy: among(objectors),
	toldOnBy:
		/^ (?:[a-z]+ ){0,3}(?:, )?(?:and |but |so )?(?:he|she|they) (?:[a-z]+ly )?(?:accepted|agreed|let|signed|tried|stayed|approved|withdrew|understood|joined|stopped) /u,
};

const mood: Gloss = {
	...reaction,
	pattern: among(
		'there was <adverb>(?:(?:<many>|strong|fierce|considerable|initial|heavy|huge) )?<resistance>(?: (?:from|in|within|at|with) <some>)?',
		"<thing> (?:(?:did not|didn't) go (?:down )?well|went down (?:very )?badly|caused (?:<many> )?<resistance>)",
		'(?:it|this|that|which) was (?:an?|one of the) <adverb>(?:<long>|unpleasant|hardest|toughest) <talk>',
		'(?:tensions?|emotions|tempers) <adverb>(?:was|were|ran) high',
		'the (?:mood|atmosphere) (?:was|became|got|turned) <adverb>(?:bad|tense|low|sour|poor|toxic)',
	),
	isOfOthers: false,
};

const escalated: Gloss = {
	question: 'to whom, and what came of it?',
	pattern: among(
		'<me> (?:(?:then|also|therefore|even|had to|needed to|[a-z]+ly) ){0,2}escalated?(?: (?:it|this|that|them|things|issues|' +
			'problems|risks|blockers|the (?:issue|matter|problem|topic|delay|risk|situation|conflict|case|blocker)))?' +
			'(?: (?:several times|a few times|twice|again|early|quickly|(?:when|where|as|if) (?:needed|necessary)|accordingly))?' +
			'(?! (?:to|within|up to|with|through|[a-z]+ to) )',
	),
	toldBy: toldWith(
		'he|she|they|him|her|who|directors?|managers?|vps?|c[a-z]o|boss|head|leadership|board|lead|management',
	),
};

/** What is passed over of others, the most telling first. */
export const withPeople: readonly Gloss[] = [
	cameRound,
	convinced,
	consented,
	settled,
	agreed,
	muchTalk,
	granted,
	moved,
	got,
	foughtFor,
	wonOver,
	gaveUp,
	reaction,
	mood,
	escalated,
];
