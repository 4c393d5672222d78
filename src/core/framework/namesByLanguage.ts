import type { SectionKind, SideKind } from './sectionKind.ts';

/** The names of one section in one language: its own, and the others under which people write it. */
interface Names {
	readonly own: readonly string[];
	readonly aliases: readonly string[];
}

/** The names of the sections in one language. */
export type LanguageNames = Readonly<Record<SectionKind, Names>>;

function words(list: string): readonly string[] {
	return list === '' ? [] : list.split(', ');
}

function names(own: string, aliases: string): Names {
	return { own: words(own), aliases: words(aliases) };
}

/**
 * The names of sections that are understood without a framework file. English ones are those of the product's
 * definition of a story; the others are the usual names in guides to the method in that language. Singular and plural
 * of a Latin name are both understood where they differ by `s` or `es`.
 */
export const namesByLanguage: Readonly<Record<string, LanguageNames>> = {
	en: {
		situation: names('situation', 'context, background, setting, problem, issue'),
		task: names('task', 'goal, objective, target, challenge, obstacle, hindrance, my role'),
		action: names(
			'action',
			'actions taken, action taken, personal action, approach, what i did, what i built, how i handled it, how i handled this, how i responded, how i solved it, how i resolved it, how i fixed it, how i addressed it, how i approached it, how i did it, solution, step, steps i took, steps taken',
		),
		result: names('result', 'outcome, impact, evaluation'),
		learnings: names(
			'learnings, learning, learned, learnt',
			"lesson, lesson learned, lesson learnt, lessons learned, lessons learnt, key learning, key lesson, main lesson, biggest lesson, reflection, takeaway, take-away, key takeaway, key take-away, main takeaway, biggest takeaway, what this taught me, what it taught me, how i applied the learning, how i applied it, how i applied this, what i learned, what i learnt, what i'd do differently, what i would do differently, what i’d do differently next time, plus, growth",
		),
	},
	de: {
		situation: names('situation', 'ausgangslage, ausgangssituation, kontext, hintergrund, problem'),
		task: names('aufgabe', 'aufgaben, aufgabenstellung, ziel, ziele, herausforderung, auftrag'),
		action: names(
			'aktion, handlung',
			'aktionen, handlungen, maßnahme, maßnahmen, vorgehen, vorgehensweise, umsetzung',
		),
		result: names('ergebnis, resultat', 'ergebnisse, resultate, wirkung, auswirkung'),
		learnings: names(
			'erkenntnisse',
			'lehre, lehren, gelernt, gelerntes, was ich gelernt habe, was ich daraus gelernt habe, das habe ich gelernt, erkenntnis, wichtigste erkenntnisse, wichtigste erkenntnis, reflexion, fazit',
		),
	},
	fr: {
		situation: names('situation', 'contexte, problème'),
		task: names('tâche', 'tâches, objectif, mission, défi, rôle'),
		action: names('action', 'actions menées, démarche, ce que j’ai fait'),
		result: names('résultat', 'bilan, impact, effet'),
		learnings: names(
			'apprentissages',
			'apprentissage, leçon, leçons apprises, leçons tirées, enseignement, enseignements tirés, apprentissages clés, ce que j’ai appris, ce que j’en ai appris, ce que j’ai retenu, ce que j’en retiens, retour d’expérience',
		),
	},
	es: {
		situation: names('situación', 'contexto, antecedentes, problema'),
		task: names('tarea', 'objetivo, reto, desafío, misión'),
		action: names('acción', 'acciones, lo que hice'),
		result: names('resultado', 'impacto, logro'),
		learnings: names(
			'aprendizajes',
			'aprendizaje, lección, lecciones, lecciones aprendidas, lección aprendida, aprendizaje clave, aprendizajes clave, lo aprendido, lo que aprendí, qué aprendí, reflexión',
		),
	},
	pt: {
		situation: names('situação', 'contexto, problema'),
		task: names('tarefa', 'objetivo, objectivo, desafio, missão'),
		action: names('ação, acção', 'ações, acções, o que fiz, o que eu fiz'),
		result: names('resultado', 'impacto'),
		learnings: names(
			'aprendizados',
			'aprendizado, aprendizagem, aprendizagens, lição, lições, lições aprendidas, lição aprendida, principais aprendizados, principal aprendizado, o que aprendi, o que eu aprendi, reflexão',
		),
	},
	it: {
		situation: names('situazione', 'contesto, problema'),
		task: names('compito', 'obiettivo, sfida, incarico, compiti'),
		action: names('azione', 'azioni, cosa ho fatto'),
		result: names('risultato', 'risultati, esito, impatto'),
		learnings: names(
			'apprendimenti',
			'apprendimento, lezione, lezioni, lezioni apprese, lezione appresa, insegnamento, insegnamenti, cosa ho imparato, che cosa ho imparato, quello che ho imparato, ciò che ho imparato, riflessione',
		),
	},
	nl: {
		situation: names('situatie', 'context, achtergrond, probleem, aanleiding'),
		task: names('taak', 'taken, doel, opdracht, uitdaging'),
		action: names('actie', 'acties, aanpak, wat ik deed'),
		result: names('resultaat', 'resultaten, effect, uitkomst'),
		learnings: names(
			'leerpunten',
			'les, lessen, geleerd, geleerde lessen, leerpunt, geleerde les, belangrijkste leerpunten, belangrijkste inzichten, wat ik leerde, wat ik heb geleerd, wat ik geleerd heb, reflectie',
		),
	},
	pl: {
		situation: names('sytuacja', 'kontekst, tło, problem'),
		task: names('zadanie', 'zadania, cel, wyzwanie'),
		action: names('działanie', 'działania, akcja, akcje, co zrobiłem, co zrobiłam'),
		result: names('rezultat', 'rezultaty, wynik, wyniki, efekt, efekty'),
		learnings: names(
			'wnioski',
			'wniosek, lekcja, lekcje, czego się nauczyłem, czego się nauczyłam, najważniejsze wnioski, kluczowe wnioski, nauka, refleksja',
		),
	},
	zh: {
		situation: names('情境, 情景', '情况, 情況, 背景, 情形, 状况, 狀況'),
		task: names('任务, 任務', '目标, 目標, 挑战, 挑戰'),
		action: names('行动, 行動', '措施, 做法, 举措'),
		result: names('结果, 結果', '成果, 影响, 影響, 成效'),
		learnings: names(
			'收获, 收穫',
			'反思, 经验, 經驗, 学到的, 學到的, 我学到的, 我學到的, 教训, 教訓, 心得, 复盘, 總結, 总结, 学习, 學習, 关键学习, 關鍵學習, 关键收获, 關鍵收穫, 主要收获, 主要收穫, 学习收获, 學習收穫, 经验教训, 經驗教訓, 我的收获, 我的收穫, 学到了什么, 學到了什麼',
		),
	},
	ja: {
		situation: names('状況', '背景, シチュエーション'),
		task: names('課題, タスク', '目標, 任務, 目的, 役割'),
		action: names('行動, アクション', '対応, 取り組み, やったこと'),
		result: names('結果, リザルト', '成果, 影響'),
		learnings: names(
			'学び',
			'学んだこと, 教訓, 振り返り, ふりかえり, 気づき, 気付き, 得た学び, 得られた学び, 得た教訓, 反省, 反省点',
		),
	},
	ko: {
		situation: names('상황', '배경, 문제'),
		task: names('과제, 과업', '목표, 임무, 역할'),
		action: names('행동', '액션, 조치, 실행, 해결'),
		result: names('결과', '성과, 영향'),
		learnings: names(
			'배운 점',
			'배운점, 교훈, 느낀 점, 느낀점, 회고, 깨달은 점, 배운 것, 배움, 얻은 것, 얻은 교훈, 성찰, 깨달음, 핵심 교훈',
		),
	},
};

/** Articles and possessives before a name, as in `The Situation` or `Mes actions`; longest first. */
export const determiners: readonly string[] = words(
	'the, my, our, a, an, your, der, die, das, meine, mein, unsere, unser, la, le, les, ma, mon, mes, notre, nos, el, los, las, mi, mis, nuestra, nuestro, o, os, as, minha, meu, minhas, meus, il, lo, gli, i, mia, mio, miei, mie, il mio, la mia, le mie, i miei, de, het, mijn, onze, moja, moje, mój, nasza, nasze',
).toSorted((a, b) => b.length - a.length);

/** Words between two names of one combined section, as in `Situation and Task`. */
export const conjunctions = ['and', 'und', 'et', 'y', 'e', 'en', 'i', '和', '与', '與', 'と', '및', '와', '과'];

/** The names of the sections beside the telling, in all the languages; none of them names a section of STAR. */
export const sideNames: Readonly<Record<SideKind, readonly string[]>> = {
	'in-short': words(
		'in short, tl;dr, tldr, tl dr, headline, elevator, elevator pitch, elevator version, 30 seconds, ' +
			'30 second version, 30-second version, 30 seconds version, short version, the short version, one-liner, ' +
			'kurz gesagt, kurzfassung, in kürze, en bref, en résumé, en resumen, en breve, em resumo, in breve, in sintesi, ' +
			'in het kort, kort samengevat, w skrócie, 简而言之, 概要, 一句话, 要約, 一言で, 요약, 한 줄 요약',
	),
	'follow-ups': words(
		'follow-ups, follow ups, followups, follow-up questions, follow up questions, probes, probes to have ready, ' +
			'probing questions, likely probes, likely follow-ups, if they ask, if asked, deep dive, deep dives, ' +
			'nachfragen, rückfragen, relances, questions de suivi, preguntas de seguimiento, repreguntas, ' +
			'perguntas de acompanhamento, domande di approfondimento, vervolgvragen, pytania dodatkowe, 追问, 深掘り, ' +
			'深掘り質問, 꼬리 질문, 꼬리질문',
	),
};
