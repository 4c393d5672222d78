import { among, type Gloss, toldWith } from './gloss.ts';

const toldByDeeds = toldWith(
	'i (?:met|took|paired|sat|gave|wrote|made|spoke|talked|let|split|added|moved|built|set|found|changed|cut|dropped)',
);

const how: Gloss = {
	question: 'how exactly?',
	pattern: among(
		'<me> <adverb>(?:managed?|handled?|took care of|deal with|dealt with|navigated?|balanced|juggled) ' +
			'(?:it|this|that|(?:(?:the|all|all the|their|these|those) )?(?:<w> )?(?:stakeholders?|expectations|situation|' +
			'conflicts?|politics|relationships?|tensions?|pressure|personalities|egos|priorities|crisis)(?: of(?: <w>){1,3}?)?)',
		'<me> <adverb>(?:addressed?|dispelled|eased|alleviated|mitigated|cleared|overcame|handled|resolved|took on) ' +
			'(?:(?:the|their|his|her|all|all of|these|those|any|most) ){0,2}(?:<w> )?(?:<worries>|resistance)',
		'<worries> (?:<w> ){0,4}(?:, )?which (?:i|we) <adverb>(?:addressed|resolved|solved|cleared|handled|answered)',
		'the (?:situation|issue|matter|conflict|crisis) was <adverb>(?:handled|dealt with|managed|taken care of)' +
			'(?: (?:appropriately|well|properly|accordingly|professionally|carefully))?(?! by )',
		'<me> <adverb>(?:calmed|reassured|pacified|appeased|de-escalated) (?:<some>|things|it|the situation)(?: down)?',
		'<me> <adverb>somehow [a-z]+ (?:it|this|that|the [a-z-]+)|<me> <adverb>(?:got|made|pulled) (?:it|this|that) (?:somehow|off|work|happen)',
		'<me> <adverb>(?:worked|work) (?:hard )?on (?:the|our|my|their) (?:relationship|communication|trust)(?: (?:with|between)(?: <w>){1,3}?)?(?= and )',
		'<me> <adverb>(?:found (?:an?|some) (?:<w> )?workarounds?|worked around (?:it|this|them|the [a-z]+))',
		'<me> <adverb>prioriti[sz]ed (?:ruthlessly|carefully|well|the work|our work|tasks|the tasks)',
		'somehow (?:i|we) [a-z]+ (?:it|this|that|the [a-z-]+)',
		'<me> <adverb>(?:helped|supported|enabled|coached|mentored|guided) (?:him|her|them) (?:to )?(?:grow|improve|develop|succeed)',
		'<me> <adverb>(?:gave (?:him|her|them) feedback|talked (?:to|with) (?:him|her|them)|spoke (?:to|with) (?:him|her|them)|' +
			'had (?:a|several|some) (?:one-on-ones?|1:1s?|one-to-ones?|talks?|chats?|conversations?) with (?:him|her|them)|coached (?:him|her|them)|encouraged (?:him|her|them)|took (?:him|her|them) aside)' +
			'(?: ,)? and (?:he|she|they|things|it|the (?:problem|situation|behaviou?r)|(?:his|her|their) [a-z]+)',
		'<me> <adverb>(?:built|build|earned|gained|won|rebuilt|established|created|restored|regained) (?:up )?' +
			'(?:(?:their|his|her|more|mutual|the) )?(?:trust|an? (?:good|strong|close|great) relationship|rapport|' +
			'(?:(?:strong|good) )?relationships)(?: (?:with|of|in|among|between)(?: <w>){1,3}?)?',
		'<me> <adverb>(?:motivated|inspired|energi[sz]ed|empowered) <some>',
		'<me> <adverb>kept (?:the team|everyone|everybody|people|them|morale|spirits) ' +
			'(?:motivated|going|together|engaged|calm|high|up)',
		'<me> <adverb>(?:made sure|ensured|saw to it) (?:that )?(?:everyone|everybody|all(?: <w>)?|the team|people) ' +
			'(?:was|were|felt) (?:on board|aligned|on the same page|heard|happy|comfortable|included|engaged|motivated)',
		'<me> <adverb>negotiated (?:an? (?:better|good|lower|fair|longer|later|new)(?: <w>)|better [a-z]+|more [a-z]+|the [a-z]+ down|an extension|with <some>)' +
			'(?: with(?: [a-z]+){1,2})?',
		'(?:managed|were able|was able) to (?:keep|retain|save|win back|calm) (?:them|him|her|the (?:customer|client|account|team|engineer)|everyone)',
		'<me> <adverb>stepped in(?: and)?(?= (?:[.,]|resolved|solved|fixed|sorted|took))',
		'after (?:(?:many|several|a few|some|two|three|four|long) )?(?:hours|days|weeks|nights|months) of (?:debugging|searching|digging|investigat(?:ion|ing)|' +
			'hard work|trying|work|analysis|research)',
	),
	toldBy: toldByDeeds,
};

const handled: Gloss = {
	question: 'how exactly?',
	pattern: among(
		'(?:the team|everyone|everybody|we) <adverb>(?:pulled|came) together|<me> <adverb>(?:pushed|powered|soldiered|pulled|battled) (?:on )?through',
		'(?:it|this|that|these|they|all of (?:it|this|that|them)) (?:was|were|could be) <adverb>(?:overcome|worked out|ironed out|sorted out)(?! by )',
		'(?:but|and|,) (?:this|that|it|these) (?:we|i) (?:could|were able to|was able to|managed to) <adverb>(?:solve|resolve|overcome|settle|fix)',
		'(?:<worries>|feedback|inputs?|needs|views|voices|perspectives|opinions)(?: (?!was |were )<w>){0,4} (?:was|were) <adverb>(?:taken into account|taken on board|considered|heard|incorporated|reflected|respected)',
		'(?:was|were) (?:supported|helped|assisted|accommodated|handled|dealt with|treated) (?:(?:wherever|where|as|when|if) (?:necessary|needed|required|appropriate|possible)|separately|individually|accordingly)',
		'(?:an?|the) (?:<w> )?(?:process|procedure|governance|framework) was <adverb>(?:established|put in place|set up|defined|introduced|agreed)(?! by )',
		'<me> <adverb>(?:coached|mentored|supported|guided|helped) <some> through (?:(?:the|their|his|her|this|these|those) )?(?:<w> )?(?:challenges|difficulties|problems|changes?|transition|process|struggles)',
	),
	toldBy: toldByDeeds,
};

const part: Gloss = {
	question: 'which part of it was yours?',
	pattern: among(
		'(?:i|,) (?:was|got|became) (?:(?:[a-z]+ly|very|pretty|quite) )*(?:heavily|deeply|closely|strongly|actively) involved(?: (?:in|with) <some>)?',
		'i <adverb>(?:played|had|took) an? (?:key|major|central|big|important|leading|significant|active|crucial|pivotal) (?:role|part)(?: in <some>)?',
		'i <adverb>contributed (?:heavily |significantly |a lot |greatly )?to <some>|i was instrumental in <some>',
		'(?:an?|the) (?:<w> )?(?:draft|design|proposal|document|plan|prototype|concept|solution|framework|poc|proof of concept) was <adverb>' +
			'(?:produced|created|written|drafted|developed|prepared|drawn up|built|designed|implemented)(?! by )',
	),
	isOfAction: true,
	toldBy: toldWith('i (?:[a-z]+ed|wrote|drew|built|made|led|did|ran)'),
};

const decided: Gloss = {
	question: 'who decided it, and on what grounds?',
	pattern: among(
		'(?:it was|it had been) (?:then |finally |eventually )?(?:decided|agreed)(?: (?:to|that)(?: [a-z-]+){1,8})?',
		'(?:a|the) decision was (?:then |finally |eventually )?(?:made|taken)(?: to(?: [a-z-]+){1,8})?',
	),
	toldBy: toldWith('i (?:had )?(?:proposed|argued|recommended|decided|wanted)|my'),
};

const manyTroubles: Gloss = {
	question: 'what was the hardest of it, and what did you do?',
	pattern: among(
		'<me> <adverb>(?:ran into|faced|hit|met|encountered|experienced|overcame|had|solved|resolved|worked through|' +
			'got through|dealt with|handled|navigated|tackled|addressed|fixed) (?:<many>|all the|all|the) (?:<w> )?<trouble>' +
			'(?: (?:along|on) the way)?',
		'there were <adverb>(?:<many>|quite) (?:<w> )?<trouble>(?: (?:(?:along|on) the way|(?:with|between) <some>))?',
		'<thing> (?:had|came with) (?:its|<many>) (?:share of )?(?:<w> )?<trouble>',
		'(?:after|despite|through) (?:(?:<many>|the usual|all the) )?(?:<w> )?(?:<trouble>|trial and error|hard work|false starts)',
	),
	toldBy: toldWith('one|worst|biggest|hardest|cause|mainly|mostly|especially|particular|particularly'),
};

const hardTime: Gloss = {
	question: 'what made it hard, and what did you do?',
	pattern: among(
		"(?:it|this|that|the [a-z]+) (?:was (?:not|never|certainly not|by no means|far from)|wasn't) (?:(?:always|exactly) )?" +
			'(?:easy|simple|straightforward|smooth)(?! (?:to|for|as|because|since) )',
		'(?:it|this|that) (?:was|had been) an? <adverb>(?:stressful|difficult|hard|tough|challenging|intense|exhausting|' +
			'rough|chaotic|rocky|bumpy) (?:time|period|phase|few weeks|weeks|months?|week|ride|start|road|journey)',
		'(?:it|<w>(?: <w>)?) was a (?:nightmare|struggle|fight)',
		'after an? (?:rocky|rough|bumpy|difficult|hard|slow) (?:start|beginning|phase)',
		'(?:it|this|that) (?:took|needed|cost|required) (?:(?:us|me) )?(?:<many>|considerable|enormous|huge) ' +
			'(?:(?:hard|extra) )?(?:effort|work|patience|persistence|energy|perseverance|coordination)(?! to )',
		'(?:make|made|take|took) (?:an?|some|the|many|several) (?:very )?(?:tough|hard|difficult|painful|unpopular) (?:calls?|decisions?|choices?)',
		'the (?:[a-z]+ )?(?:review|meeting|launch|start|rollout|migration|first (?:week|weeks|month|months)|transition|conversation|week|beginning) (?:was|were) <adverb>' +
			'(?:rough|hard|tough|difficult|painful|rocky|bumpy|messy|chaotic)(?! (?:to|for|as|because|since) )',
	),
	maySpeakOfBefore: true,
	toldBy: toldWith('one|worst|biggest|hardest|cause|mainly|mostly|especially|particular|particularly'),
};

/** What is passed over of the work itself, the most telling first. */
export const atWork: readonly Gloss[] = [how, decided, manyTroubles, hardTime, handled, part];
