import { actionOwnership } from './actionOwnership.ts';
import { actionPassive } from './actionPassive.ts';
import { angleMissing } from './angleMissing.ts';
import { angleUnknown } from './angleUnknown.ts';
import { balance } from './balance.ts';
import { candidate } from './candidate.ts';
import { competencyDuplicate } from './competencyDuplicate.ts';
import { competencyMissing } from './competencyMissing.ts';
import { competencyUnknown } from './competencyUnknown.ts';
import { frontMatterField } from './frontMatterField.ts';
import { frontMatterSyntax } from './frontMatterSyntax.ts';
import { frontMatterValue } from './frontMatterValue.ts';
import { learningUnused } from './learningUnused.ts';
import { length } from './length.ts';
import { mergeConflict } from './mergeConflict.ts';
import { metricBaseline } from './metricBaseline.ts';
import { placeholder } from './placeholder.ts';
import { plusMissing } from './plusMissing.ts';
import { probeOpen } from './probeOpen.ts';
import { promptOpen } from './promptOpen.ts';
import { promptUnanswered } from './promptUnanswered.ts';
import { resultUnquantified } from './resultUnquantified.ts';
import type { Rule } from './rule.ts';
import { ruleUnknown } from './ruleUnknown.ts';
import { sectionDuplicate } from './sectionDuplicate.ts';
import { sectionEmpty } from './sectionEmpty.ts';
import { sectionMissing } from './sectionMissing.ts';
import { sectionOrder } from './sectionOrder.ts';
import { stale } from './stale.ts';
import { taskAssigned } from './taskAssigned.ts';
import { titleMissing } from './titleMissing.ts';

/** Every rule, in the order in which documentation and settings list them. */
export const rules: readonly Rule[] = [
	mergeConflict,
	frontMatterSyntax,
	frontMatterValue,
	frontMatterField,
	ruleUnknown,
	candidate,
	competencyMissing,
	competencyUnknown,
	competencyDuplicate,
	titleMissing,
	sectionMissing,
	plusMissing,
	sectionEmpty,
	sectionDuplicate,
	sectionOrder,
	placeholder,
	resultUnquantified,
	actionOwnership,
	actionPassive,
	balance,
	length,
	stale,
	promptUnanswered,
	promptOpen,
	metricBaseline,
	taskAssigned,
	learningUnused,
	angleUnknown,
	angleMissing,
	probeOpen,
];
