import { sectionTitles, sideTitles } from '../framework/sectionKind.ts';
import { angleLabel, type CueCard, probesTitle } from '../library/cueCard.ts';
import { lines, markup } from '../text/html.ts';

/** A cue card as a piece of HTML, for documents and mails: told by tags alone, as programs drop style sheets. */
export function cueCardHtml({
	title,
	hook,
	inShort,
	angles = [],
	metrics,
	lines: told,
	probes,
	competencies,
	spoken,
}: CueCard): string {
	const facts = [...competencies, ...(spoken === undefined ? [] : [spoken])].join(' · ');
	const items = told.map(({ kind, text }) => markup`<li><b>${sectionTitles[kind]}:</b> ${text}</li>`);
	const asked = probes.map(({ question, answer }) =>
		answer === undefined ? markup`<li>${question}</li>` : markup`<li>${question} <i>${answer}</i></li>`,
	);
	return lines([
		markup`<h3>${title}</h3>`,
		...(facts === '' ? [] : [markup`<p>${facts}</p>`]),
		...(inShort === undefined
			? []
			: [markup`<p><b>${sideTitles['in-short']}</b> (${inShort.spoken}): ${inShort.text}</p>`]),
		...(hook === undefined ? [] : [markup`<p><i>“${hook}”</i></p>`]),
		...angles.map((angle) => markup`<p><b>${angleLabel(angle)}:</b> ${angle.text}</p>`),
		...(metrics.length === 0 ? [] : [markup`<p><b>${metrics.join(' · ')}</b></p>`]),
		...(items.length === 0 ? [] : [markup`<ul>${items}</ul>`]),
		...(asked.length === 0 ? [] : [markup`<p><b>${probesTitle}:</b></p>`, markup`<ul>${asked}</ul>`]),
	]).toString();
}
