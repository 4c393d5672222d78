import { didNothing } from './didNothing.ts';
import { hardPart } from './hardPart.ts';
import { howMuch } from './howMuch.ts';
import { measured } from './measured.ts';
import { otherTeam } from './otherTeam.ts';
import type { ProbeTrigger } from './trigger.ts';
import { turnedDown } from './turnedDown.ts';
import { usedSince } from './usedSince.ts';
import { yourPart } from './yourPart.ts';

/** Every trigger, what tells most about the author first: the order in which probes are asked. */
export const probeTriggers: readonly ProbeTrigger[] = [
	yourPart,
	hardPart,
	measured,
	howMuch,
	turnedDown,
	didNothing,
	otherTeam,
	usedSince,
];
