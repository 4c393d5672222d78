import { among, type Gloss } from './gloss.ts';

const qualities =
	'(?:morale|motivation|trust|quality|productivity|performance|stability|velocity|satisfaction|engagement|mood|atmosphere|' +
	'confidence|collaboration|communication|cooperation|reliability|efficiency|relationship|spirit|culture|transparency)';

const changed: Gloss = {
	question: 'how much, and how do you know?',
	pattern: among(
		'(?:became|become|got|is|are|was|were|went|works?|worked|runs?|ran|grew|feels?|felt|[a-z]+ing) <adverb>(?:<much>|more and more|clearly) ' +
			'(?:more|less|fewer|better|<comparative>)(?! (?:difficult|complex|complicated|work|than planned) )(?: <w>)?',
		'(?:became|become|got|grew) (?:more [a-z]+|better|bearable|<comparative>)(?! than )',
		'(?:is|are|works?|runs?) now <adverb>(?:more [a-z]+|better|<comparative>)(?! than )',
		'(?:improved|increased|decreased|dropped|went up|went down|rose|fell|grew|shrank) <much>',
		'<much> (?:improved|increased|decreased|reduced|raised|lowered|dropped) <some>',
		'an? (?:(?:very|really) )?<big> (?:reduction|improvement|increase|drop|decrease|boost|gain)(?: (?:in|of) <w>)?',
		'(?:is|are) more (?:productive|reliable|stable|efficient|maintainable|predictable|robust|confident)',
		'(?:is|are|works?|runs?) now <adverb>(?:fast|smooth|painless|easy|stable|reliable|quick|smoothly)',
		`${qualities}(?: (?:in|of|between) <some>)? <adverb>(?:improved|went up|rose|increased|grew|got better|` +
			'(?:was|has been|is|been) (?:better|rebuilt|restored))',
		'(?:made|had) an? <adverb><big> (?:difference|impact|effect|change)(?: (?:for|on|to) <w>)?',
	),
	toldBy: among('any more|nobody|no one|nothing'),
};

const toldByDeeds = among(
	'wrote|said|survey|score|asked|adopted|copied|use|uses|used|want|wanted|any more|nobody|no one',
);

const pleased: Gloss = {
	question: 'how could you tell?',
	pattern: among(
		'(?:was|were|are|is) <adverb>(?:happy|happier|pleased|satisfied|thrilled|delighted|impressed|relieved)' +
			'(?: (?:with|by) (?:it|this|that|him|her|me|us|the (?:result|outcome|solution)s?))?(?= (?:[.,;!]|and) )',
	),
	isOfOthers: true,
	toldBy: toldByDeeds,
};

const liked: Gloss = {
	question: 'how could you tell?',
	pattern: among(
		'(?:was|became) an? <adverb>(?:(?:<big>|full|complete|total) )?success',
		'feedback (?:from <some> )?(?:was|is|has been) <adverb>(?:positive|great|good|excellent|amazing)',
		'(?:got|received|had) (?:(?:<many>|very|really) )?(?:great|positive|good|excellent|amazing) feedback(?: from <some>)?',
		'(?:runs?|works?|went|worked|ran) <adverb>(?:smoothly|well|fine|great|perfectly|better)(?: now)?(?= (?:[.,;!]|and) )',
		'(?:it|this|that|effort|work|investment) <adverb>(?:paid off|was worth it|was a win)|(?:was|been|were) <adverb>well received',
	),
	toldBy: toldByDeeds,
};

/** What a Result says of a change in words that measure nothing. */
export const ofOutcome: readonly Gloss[] = [changed, pleased, liked];
