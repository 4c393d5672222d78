import { among, type Gloss } from './gloss.ts';

const qualities =
	'(?:morale|motivation|trust|quality|productivity|performance|stability|velocity|satisfaction|engagement|mood|atmosphere|' +
	'confidence|collaboration|communication|cooperation|reliability|efficiency|relationships?|spirit|culture|transparency|consistency|predictability)';

const changed: Gloss = {
	question: 'how much, and how do you know?',
	pattern: among(
		'(?:became|become|got|is|are|was|were|went|works?|worked|runs?|ran|grew|feels?|felt|[a-z]+ing) <adverb>(?:<much>|more and more|clearly) ' +
			'(?:more|less|fewer|better|<comparative>)(?! (?:difficult|complex|complicated|work|than (?:(?:i|we|they|anyone) )?(?:had )?(?:planned|expected|feared|hoped|thought)) )' +
			'(?: (?!than )<w>)?',
		'(?:had|have|has|saw|see|get|got|gets|received|receive) <adverb>(?:<much> )?(?:fewer|less)(?! than ) <w>',
		'(?:<much> )?fewer <w> <adverb>(?:happened|occurred|came|come|reach|reached|arrive|arrived)',
		'in an? (?:<much> )?better (?:state|shape|place|position)',
		'(?:was|were|has been|have been|been) <much> (?:improved|reduced|increased|simplified|cut|lowered|shortened|accelerated)',
		'(?:was|were|has been|have been|been) (?:improved|reduced|increased|simplified|cut|lowered|shortened) <much>',
		'saved? (?:<w> ){0,3}?(?:a lot of|lots of|countless|a <big> (?:amount|deal) of|so much|much) (?:<w> )?(?:time|work|effort|money|hours|pain|toil|frustration)',
		'(?:came|come|went|gone) down <much>',
		'<much> (?:more (?!than |work |time |people |effort |money |complex |complicated |difficult |to )[a-z]+|better|sooner|<comparative>)' +
			'(?! (?:at|than (?:(?:i|we|they|anyone) )?(?:had )?(?:planned|expected|feared|hoped|thought)) )',
		'(?:reduced?|improved?|increased?|cut|decreased?|lowered|simplified|shortened) (?:(?:the|our|their|its) )?(?:<w> ){1,3}?(?:<much>|quite a (?:bit|lot))(?= [.,;!] )',
		'cut down on <some>',
		'(?:is|are|was|were|got|became|perform|performs|work|works|run|runs) <adverb><comparative>(?= (?:than (?:before|ever)|now|today) )',
		'(?:is|are) now <adverb>(?:<comparative>|more [a-z]+|better)',
		'perform(?:s|ed)? <much> better',
		'(?:went|gone|go|goes) (?:way|far|right|sharply|steadily) (?:up|down)|climbed(?= (?:up|too|[.,]))',
		'(?:culture|mood|atmosphere|attitude|mindset)(?: (?:around|in|of|towards|between) <some>)? (?:(?:has|have|had) )?(?:changed|transformed|shifted)' +
			'(?: (?:completely|a lot|a great deal|out of all recognition|for the better|<much>))?',
		'developed (?:favourably|favorably|positively|well)',
		'(?:work|working|worked|collaborate|collaborates|cooperate) (?:together )?(?:<much> )?better(?: together)?(?! than )',
		'made <some> (?:<much> )?(?:better|<comparative>|more [a-z]+)(?! than )(?: for <some>)?',
		'(?:reduced|cut|decreased|lowered|eased|relieved) the (?:[a-z]+ )?(?:load|burden|toil|pressure|number|noise|risks?|costs?|time|amount|effort|workload|friction)' +
			'(?: (?:on|of|for|in) <some>)?',
		'(?:ships?|deploys?|moves?|delivers?|releases?|onboards?|iterates?) (?:<much> )?(?:faster|more (?:often|quickly|reliably|frequently))(?! than )',
		'(?:became|become|got|grew) (?:more [a-z]+|better|bearable|<comparative>)(?! than )',
		'(?:is|are|works?|runs?) now <adverb>(?:more [a-z]+|better|<comparative>)(?! than )',
		'(?:improved|increased|decreased|dropped|went up|went down|rose|fell|grew|shrank) (?:<much>|by a lot|a great deal|quite a (?:bit|lot)|across the board|overall)',
		'<much> (?:improved|increased|decreased|reduced|raised|lowered|dropped|simplified|eased|shortened|accelerated|strengthened|stabili[sz]ed|cut) <some>',
		'an? (?:(?:very|really) )?<big> (?:reduction|improvement|increase|drop|decrease|boost|gain)(?: (?:in|of) <w>)?',
		'(?:is|are) more (?:productive|reliable|stable|efficient|maintainable|predictable|robust|confident)',
		'(?:is|are|works?|runs?) now <adverb>(?:fast|smooth|painless|easy|stable|reliable|quick|smoothly)',
		'adoption(?: of <some>)? <adverb>(?:grew|rose|increased|went up)(?: [a-z]+ly)?',
		`${qualities}(?: (?:in|of|between) <some>)? <adverb>(?:have |has )?<adverb>(?:improved|went up|rose|increased|grew|got better|benefit?ted|developed (?:favourably|positively|well)|` +
			'(?:was|has been|is|been) (?:better|rebuilt|restored))',
		'(?:made|had) an? <adverb><big> (?:difference|impact|effect|change)(?: (?:for|on|to) <w>)?',
	),
	toldOnBy: among('(?:be|was|is|were|are) (?:also )?seen'),
	toldBy: among('any more|nobody|no one|nothing'),
};

const toldByDeeds = among(
	'wrote|said|survey|score|asked|adopted|copied|use|uses|used|want|wanted|any more|nobody|no one',
);

/** How the same sentence goes on where it says by what one could tell. */
const toldOn = among(
	'awards?|awarded|became|received|(?:be|was|is|were|are) (?:also )?seen|asked|adopted|use|uses|used|want|wanted',
);

const pleased: Gloss = {
	question: 'how could you tell?',
	pattern: among(
		'(?:was|were|are|is) <adverb>(?:<much> )?(?:happy|happier|pleased|satisfied|thrilled|delighted|impressed|relieved)' +
			'(?: (?:with|by) (?:it|this|that|him|her|me|us|(?:the|our|my) <w>(?: <w>){0,3}?))?(?= (?:[.,;!]|and|than) )',
	),
	isOfOthers: true,
	toldOnBy: toldOn,
	toldBy: toldByDeeds,
};

const different: Gloss = {
	question: 'how could you tell?',
	pattern: among(
		'(?:was|is|became|were|are) (?:an? )?(?:completely|totally|entirely|whole|very) (?:different|new) (?:<w>)',
		'(?:the|my|our|whole) (?:<w> )?(?:team|group|department|organi[sz]ation) (?:was )?<adverb>(?:transformed|changed|grew closer|came together)(?= [.,;] )',
		'(?:trusts?|trusting|believes?|believe) (?:in )?(?:the|us|me|our) (?:<w> )?(?:pipeline|tests|team|system|data|numbers|process|builds?|releases?)(?: (?:again|now))?',
	),
	toldBy: toldByDeeds,
};

const adopted: Gloss = {
	question: 'by whom, and how many of them?',
	pattern: among('(?:was|were|is|are|has been|have been|got) <adverb>(?:widely|broadly) (?:adopted|used|accepted)'),
	toldBy: toldByDeeds,
};

const liked: Gloss = {
	question: 'how could you tell?',
	pattern: among(
		'(?:was|became) an? <adverb>(?:(?:<big>|full|complete|total) )?(?:success|hit)(?: with <some>)?',
		'(?:was|were) <adverb>(?:(?:delivered|launched|completed|shipped|released|rolled out|finished) successfully|' +
			'successfully (?:delivered|launched|completed|shipped|released|rolled out|finished))',
		'feedback (?:from <some> )?(?:was|is|has been) <adverb>(?:positive|great|good|excellent|amazing)',
		'(?:got|received|had|given|gave(?: us| me)?) (?:(?:<many>|very|really) )?(?:great|positive|good|excellent|amazing) feedback(?: from <some>)?',
		'(?:runs?|works?|went|worked|ran) <adverb>(?:smoothly|well|fine|great|perfectly|better)(?: now)?(?= (?:[.,;!]|and) )',
		'(?:it|this|that|effort|work|investment) <adverb>(?:paid off|was worth it|was a win)|(?:was|been|were) <adverb>well received',
	),
	toldOnBy: toldOn,
	toldBy: toldByDeeds,
};

/** What a Result says of a change in words that measure nothing. */
export const ofOutcome: readonly Gloss[] = [changed, pleased, different, adopted, liked];
