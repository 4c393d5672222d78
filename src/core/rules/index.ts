import { candidate } from './candidate.ts';
import { competencyDuplicate } from './competencyDuplicate.ts';
import { competencyMissing } from './competencyMissing.ts';
import { competencyUnknown } from './competencyUnknown.ts';
import { frontMatterSyntax } from './frontMatterSyntax.ts';
import { frontMatterValue } from './frontMatterValue.ts';
import { placeholder } from './placeholder.ts';
import type { Rule } from './rule.ts';
import { sectionEmpty } from './sectionEmpty.ts';
import { sectionMissing } from './sectionMissing.ts';
import { titleMissing } from './titleMissing.ts';

/** Every rule, in the order in which documentation and settings list them. */
export const rules: readonly Rule[] = [
	frontMatterSyntax,
	frontMatterValue,
	candidate,
	competencyMissing,
	competencyUnknown,
	competencyDuplicate,
	titleMissing,
	sectionMissing,
	sectionEmpty,
	placeholder,
];
