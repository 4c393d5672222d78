import circleSlash from '@vscode/codicons/src/icons/circle-slash.svg';
import passFilled from '@vscode/codicons/src/icons/pass-filled.svg';
import pass from '@vscode/codicons/src/icons/pass.svg';
import pinned from '@vscode/codicons/src/icons/pinned.svg';
import warning from '@vscode/codicons/src/icons/warning.svg';
import type { CoverageState } from '../../core/bank/coverage.ts';

/** The icons of the states, the same as in the tree. */
export const stateIcons: Readonly<Record<CoverageState, string>> = { gap: circleSlash, weak: warning, single: pinned, covered: pass, rich: passFilled };
