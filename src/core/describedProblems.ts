import { frameworkProblems } from './framework/file/problems.ts';
import { rules } from './rules/index.ts';
import { documentProblems } from './rules/unreadDocument.ts';
import type { ProblemDescription } from './text/problem.ts';

/** Everything that can be found in a file, each with a page of its own. */
export const describedProblems: readonly ProblemDescription[] = [...rules, ...documentProblems, ...frameworkProblems];
